import { quote } from '../schema/names.ts'
import type { Guard } from './decisions.ts'
import type { Deciding } from './deciding.ts'
import { E_FILL_NOT_UNIQUE } from '../errors.ts'
import { isConstant, isNull } from '../plan/constant.ts'
import type { Column, Schema } from '../schema/types.ts'

/** Whether no two rows may have the same value in this column alone. */
export function isUnique(table: string, column: string, { tables }: Schema) {
  const isAlone = ({ columns }: { columns: string[] }) =>
    columns.length === 1 && columns[0] === column
  const { constraints, indexes } = tables[table]

  return (
    Object.values(constraints).some(
      (one) => (one.kind === 'unique' || one.kind === 'primary') && isAlone(one)
    ) ||
    Object.values(indexes).some(
      (one) => one.unique && isAlone(one) && !/ WHERE /i.test(one.definition)
    )
  )
}

type Fill = {
  table: string
  column: Column
  value: string

  /** Only rows that are empty until then get it */
  isEmpty?: boolean
}

/**
 * One value for all rows is none where no two rows may have the same. In a table of one row it is.
 *
 * @throws E_FILL_NOT_UNIQUE
 */
export async function refuseOneForAll(
  { table, column, value, isEmpty }: Fill,
  deciding: Deciding
): Promise<Guard[]> {
  if (!isConstant(value) || isNull(value)) return []
  if (!isUnique(table, column.name, deciding.situation.to)) return []

  const old = quote(deciding.names.table(table))
  const which = isEmpty ? ` where ${quote(deciding.names.column(table, column.name))} is null` : ''
  const count = `select greatest(count(*) - 1, 0) from ${old}${which}`
  const others = await deciding.count(count)
  if (others) {
    throw new E_FILL_NOT_UNIQUE(
      `${table}.${column.name} is unique, so ${others + 1} rows of ${table} cannot all get ${value}. Answer "fill:${table}.${column.name}" with SQL that differs from row to row.`
    )
  }
  return [
    {
      count,
      message: `${table}.${column.name} is unique, so that only one row can get ${value}, and there are more`,
    },
  ]
}
