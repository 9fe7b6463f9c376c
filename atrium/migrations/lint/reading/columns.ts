import type { ColumnDef, Constraint } from 'libpg-query'

import { typeText } from './type_text.ts'
import type { Read } from '../operations.ts'
import { readConstraint } from './constraints.ts'
import type { SqlStatement } from '../sql_statement.ts'

/** Types that are a counter of their own, and what is stored in them. */
const SERIALS: Record<string, string> = {
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
  serial2: 'smallint',
}

/** A new column, and the constraints that are said with it. */
export function readColumn(
  statement: SqlStatement,
  table: string,
  column: ColumnDef,
  ifNotExists = false
): Read[] {
  const said = (column.constraints ?? []).flatMap((node) =>
    'Constraint' in node ? [node.Constraint] : []
  )
  const find = (type: string) => said.find(({ contype }) => contype === type)
  const value = find('CONSTR_DEFAULT')
  const expression = find('CONSTR_GENERATED')
  const name = column.colname ?? ''
  const type = typeText(column.typeName)
  const filled = Boolean(value || expression || find('CONSTR_IDENTITY') || SERIALS[type])

  return [
    {
      kind: 'addColumn',
      table,
      column: name,
      type: SERIALS[type] ?? type,
      nullable: !find('CONSTR_NOTNULL') && !find('CONSTR_PRIMARY'),
      default: value?.raw_expr
        ? { text: withoutWord(textOf(statement, value, said)), node: value.raw_expr }
        : null,
      counted: SERIALS[type] ? 'serial' : find('CONSTR_IDENTITY') ? 'identity' : null,
      generated: expression ? textOf(statement, expression, said) : null,
      ifNotExists,
    },
    ...said.flatMap((constraint) =>
      readConstraint(statement, table, constraint, {
        name,
        filled,
        end: endOf(constraint, said),
      })
    ),
  ]
}

function textOf(statement: SqlStatement, constraint: Constraint, said: Constraint[]) {
  const start = constraint.location ?? 0
  return statement.slice(start, endOf(constraint, said) ?? statement.endOfMember(start))
}

/** `default 0` -> `0` */
function withoutWord(text: string) {
  return text.replace(/^\S+\s+/, '')
}

/** What is said next about the column begins there; `deferrable` still belongs to this. */
function endOf({ location = 0 }: Constraint, said: Constraint[]) {
  return said
    .filter(({ contype }) => !contype?.startsWith('CONSTR_ATTR'))
    .map((other) => other.location ?? 0)
    .filter((start) => start > location)
    .sort((a, b) => a - b)
    .at(0)
}
