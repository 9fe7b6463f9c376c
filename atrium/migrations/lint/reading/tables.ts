import type { Node } from 'libpg-query'

import { readColumn } from './columns.ts'
import type { Readers } from './reader.ts'
import type { Read } from '../operations.ts'
import { readAlterTable } from './alter_table.ts'
import { readConstraint } from './constraints.ts'
import { relationName, wordOf } from './names.ts'

/** Statements about tables and indexes. */
export const tableReaders: Readers = {
  CreateStmt: ({ relation, if_not_exists: ifNotExists = false, tableElts = [] }, statement) => {
    const table = relationName(relation)
    return [
      { kind: 'createTable', table, ifNotExists },
      ...tableElts.flatMap((part): Read[] =>
        'ColumnDef' in part
          ? readColumn(statement, table, part.ColumnDef)
          : 'Constraint' in part
            ? readConstraint(statement, table, part.Constraint)
            : []
      ),
    ]
  },
  CreateTableAsStmt: ({ objtype, into, if_not_exists: ifNotExists = false }) => {
    const name = relationName(into?.rel)
    return objtype === 'OBJECT_TABLE'
      ? [{ kind: 'createTable', table: name, ifNotExists }]
      : [{ kind: 'createObject', object: 'matview', name, repeatable: ifNotExists }]
  },
  AlterTableStmt: ({ relation, cmds = [] }, statement) => {
    const parts = cmds.flatMap((part) => ('AlterTableCmd' in part ? [part.AlterTableCmd] : []))
    return readAlterTable(statement, relationName(relation), parts)
  },
  IndexStmt: (node) => {
    const table = relationName(node.relation)
    const keys = (node.indexParams ?? []).map((part) =>
      'IndexElem' in part ? (part.IndexElem.name ?? 'expr') : 'expr'
    )
    return [
      {
        kind: 'createIndex',
        index: node.idxname ?? [table, ...keys, 'idx'].join('_'),
        table,
        unique: node.unique ?? false,
        concurrently: node.concurrent ?? false,
        ifNotExists: node.if_not_exists ?? false,
        keys,
      },
    ]
  },
  ReindexStmt: ({ kind, relation, name = '', params }) => [
    {
      kind: 'reindex',
      what: `${wordOf(kind).replace('reindex_', '')} ${relation ? relationName(relation) : name}`,
      concurrently: hasOption(params, 'concurrently'),
    },
  ],
  TruncateStmt: ({ relations = [], behavior }) =>
    relations.flatMap((node): Read[] =>
      'RangeVar' in node
        ? [
            {
              kind: 'truncate',
              table: relationName(node.RangeVar),
              cascade: behavior === 'DROP_CASCADE',
            },
          ]
        : []
    ),
  VacuumStmt: ({ options, rels = [] }) =>
    hasOption(options, 'full')
      ? rels.flatMap((node): Read[] =>
          'VacuumRelation' in node
            ? [
                {
                  kind: 'rewrite',
                  table: relationName(node.VacuumRelation.relation),
                  how: 'vacuum full',
                },
              ]
            : []
        )
      : [{ kind: 'other', repeatable: true }],
  ClusterStmt: ({ relation }) => [
    { kind: 'rewrite', table: relationName(relation), how: 'cluster' },
  ],
}

function hasOption(options: Node[] | undefined, name: string) {
  return (options ?? []).some((option) => 'DefElem' in option && option.DefElem.defname === name)
}
