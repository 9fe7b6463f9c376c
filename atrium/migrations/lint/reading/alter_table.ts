import type { AlterTableCmd, AlterTableType } from 'libpg-query'

import { typeText } from './type_text.ts'
import { readColumn } from './columns.ts'
import { relationName } from './names.ts'
import type { Read } from '../operations.ts'
import { readConstraint } from './constraints.ts'
import type { SqlStatement } from '../sql_statement.ts'

type Part = (part: AlterTableCmd, table: string, statement: SqlStatement) => Read[]

const rewriting =
  (how: string): Part =>
  (_part, table) => [{ kind: 'rewrite', table, how }]

/** What each part of an `alter table` does. Parts that are not here are left to `other`. */
const parts: { [T in AlterTableType]?: Part } = {
  AT_AddColumn: ({ def, missing_ok: ifNotExists }, table, statement) =>
    def && 'ColumnDef' in def ? readColumn(statement, table, def.ColumnDef, ifNotExists) : [],
  AT_DropColumn: (part, table) => [
    { kind: 'dropColumn', table, column: part.name ?? '', ...removal(part) },
  ],
  AT_AlterColumnType: ({ name: column = '', def }, table, statement) =>
    def && 'ColumnDef' in def
      ? [
          {
            kind: 'changeType',
            table,
            column,
            type: typeText(def.ColumnDef.typeName),
            using: def.ColumnDef.raw_default
              ? usingText(statement, def.ColumnDef.typeName?.location)
              : null,
          },
        ]
      : [],
  AT_SetNotNull: ({ name: column = '' }, table) => [{ kind: 'setNotNull', table, column }],
  AT_DropNotNull: ({ name: column = '' }, table) => [{ kind: 'dropNotNull', table, column }],
  AT_ColumnDefault: ({ name: column = '', def }, table, statement) => [
    { kind: 'setDefault', table, column, value: def ? defaultText(statement, column) : null },
  ],
  AT_AddIdentity: ({ name: column = '' }, table) => [{ kind: 'addIdentity', table, column }],
  AT_AddConstraint: ({ def }, table, statement) =>
    def && 'Constraint' in def ? readConstraint(statement, table, def.Constraint) : [],
  AT_DropConstraint: (part, table) => [
    { kind: 'dropConstraint', table, constraint: part.name ?? '', ...removal(part) },
  ],
  AT_ValidateConstraint: ({ name: constraint = '' }, table) => [
    { kind: 'validateConstraint', table, constraint },
  ],
  AT_DetachPartition: ({ def }, table) =>
    def && 'PartitionCmd' in def
      ? [
          {
            kind: 'detachPartition',
            table,
            partition: relationName(def.PartitionCmd.name),
            concurrently: def.PartitionCmd.concurrent ?? false,
          },
        ]
      : [],
  AT_SetTableSpace: rewriting('set tablespace'),
  AT_SetLogged: rewriting('set logged'),
  AT_SetUnLogged: rewriting('set unlogged'),
  AT_SetAccessMethod: rewriting('set access method'),
}

/** The parts of an `alter table`. */
export function readAlterTable(
  statement: SqlStatement,
  table: string,
  cmds: AlterTableCmd[]
): Read[] {
  return cmds.flatMap((part) => {
    const read = part.subtype && parts[part.subtype]?.(part, table, statement)
    return read && read.length > 0 ? read : [{ kind: 'other', repeatable: true } as const]
  })
}

function removal({ missing_ok: ifExists = false, behavior }: AlterTableCmd) {
  return { ifExists, cascade: behavior === 'DROP_CASCADE' }
}

/** What follows `using`, in the part whose type is written at `start`. */
function usingText(statement: SqlStatement, start = 0) {
  const end = statement.endOfMember(start)
  const using = statement.tokens.find(
    (token) => token.start > start && token.start < end && token.text.toLowerCase() === 'using'
  )!
  return statement.slice(using.end, end)
}

/** What follows `<column> set default`. */
function defaultText(statement: SqlStatement, column: string) {
  const at = statement.tokens.findIndex(
    ({ text }, index, tokens) =>
      [column, `"${column}"`].includes(text.replaceAll('""', '"')) &&
      tokens[index + 2]?.text.toLowerCase() === 'default'
  )
  return at < 0 ? null : statement.member(statement.tokens[at + 2].end)
}
