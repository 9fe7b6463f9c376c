import { quote } from '../schema/names.ts'
import { E_FILL_EMPTY } from '../errors.ts'
import type { Guard } from './decisions.ts'
import type { Deciding } from './deciding.ts'
import { isConstant } from '../plan/constant.ts'
import type { Column } from '../schema/types.ts'

/**
 * SQL that gives nothing to some rows cannot fill a column that must not be empty.
 *
 * @throws E_FILL_EMPTY
 */
export async function refuseNothing(
  { table, column, value }: { table: string; column: Column; value: string },
  deciding: Deciding
): Promise<Guard[]> {
  const isNeverNothing = isConstant(value) || /^\w+\(\)$/.test(value)
  const source = deciding.olderRows.of(table, [column.name])
  if (column.nullable || isNeverNothing || source === null) return []

  const name = `${table}.${column.name}`
  const count = `select count(*) from ${source} where ${quote(column.name)} is null`
  const rows = await deciding.count(count)
  if (rows) {
    throw new E_FILL_EMPTY(
      `${name} must not be empty, but ${value} gives nothing to ${rows} rows of ${table}. Answer "fill:${name}" with SQL that gives each row a value, such as coalesce(..., ...).`
    )
  }
  return [{ count, message: `${name} must not be empty, and ${value} gives nothing to some rows` }]
}
