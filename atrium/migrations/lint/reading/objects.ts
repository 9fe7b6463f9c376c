import type { DropStmt, ObjectType, RenameStmt } from 'libpg-query'

import type { Readers } from './reader.ts'
import type { Read } from '../operations.ts'
import { nameOf, objectName, relationName, wordOf } from './names.ts'

/** What `drop` does, by the kind of thing that goes. Others are objects like any. */
const drops: { [T in ObjectType]?: (name: string, drop: DropStmt) => Read } = {
  OBJECT_TABLE: (table, drop) => ({ kind: 'dropTable', table, ...removal(drop) }),
  OBJECT_INDEX: (index, drop) => ({
    kind: 'dropIndex',
    index,
    concurrently: drop.concurrent ?? false,
    ...removal(drop),
  }),
}

/** What `rename` does, by the kind of thing that is renamed. Others are objects like any. */
const renames: { [T in ObjectType]?: (rename: RenameStmt) => Read } = {
  OBJECT_TABLE: ({ relation, newname: to = '' }) => ({
    kind: 'renameTable',
    table: relationName(relation),
    to,
  }),
  OBJECT_COLUMN: ({ relation, subname: column = '', newname: to = '' }) => ({
    kind: 'renameColumn',
    table: relationName(relation),
    column,
    to,
  }),
  OBJECT_TABCONSTRAINT: ({ relation, subname: constraint = '', newname: to = '' }) => ({
    kind: 'renameConstraint',
    table: relationName(relation),
    constraint,
    to,
  }),
}

/** Statements about all kinds of things with a name. */
export const objectReaders: Readers = {
  DropStmt: (drop) => {
    const type = drop.removeType!
    return (drop.objects ?? []).map((node) => {
      const name = objectName(node)
      const plain: Read = { kind: 'dropObject', object: wordOf(type), name, ...removal(drop) }
      return drops[type]?.(name, drop) ?? plain
    })
  },
  DropdbStmt: ({ dbname = '', missing_ok: ifExists = false }) => [
    { kind: 'dropObject', object: 'database', name: dbname, ifExists, cascade: false },
  ],
  RenameStmt: (rename) => {
    const { renameType: type, relation, object, subname, newname: to = '' } = rename
    const name = subname ?? (object ? objectName(object) : relationName(relation))
    return [renames[type!]?.(rename) ?? { kind: 'renameObject', object: wordOf(type), name, to }]
  },
  CreateSchemaStmt: (node) => made('schema', node.schemaname, node.if_not_exists),
  CreateExtensionStmt: (node) => made('extension', node.extname, node.if_not_exists),
  CreateSeqStmt: (node) => made('sequence', relationName(node.sequence), node.if_not_exists),
  CreateFunctionStmt: (node) => made('function', nameOf(node.funcname), node.replace),
  CreateTrigStmt: (node) => made('trigger', node.trigname, node.replace),
  ViewStmt: (node) => made('view', relationName(node.view), node.replace),
  CommentStmt: () => [{ kind: 'other', repeatable: true }],
  TransactionStmt: ({ kind }) => [
    { kind: 'transaction', verb: (kind ?? '').replace('TRANS_STMT_', '').toLowerCase() },
  ],
}

function made(object: string, name = '', repeatable = false): Read[] {
  return [{ kind: 'createObject', object, name, repeatable }]
}

function removal({ missing_ok: ifExists = false, behavior }: DropStmt) {
  return { ifExists, cascade: behavior === 'DROP_CASCADE' }
}
