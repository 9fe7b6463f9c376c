import { mentions } from './mention.ts'
import { quote } from '../schema/names.ts'
import type { Column } from '../schema/types.ts'
import { shortType } from '../schema/spelling.ts'

/**
 * Gives a column another type.
 *
 * @param to what it becomes: its name and its type
 * @param columns of its table, as they are just then
 * @param using SQL that makes the new value; empty where PostgreSQL knows how
 * @param collation what follows the type, where the collation changes
 */
export function alterType(
  table: string,
  to: Pick<Column, 'name' | 'type'>,
  columns: Record<string, Pick<Column, 'name' | 'type'>>,
  using: string,
  collation = ''
): string[] {
  const type = shortType(to.type)
  const alter = `alter table ${quote(table)} alter column ${quote(to.name)} type ${type}${collation}`
  if (using === '') return [alter]
  if (!/\bselect\b/i.test(using)) return [`${alter} using ${using}`]

  return throughFunction(table, type, alter, Object.values(columns), using)
}

/**
 * `using` may have no query in it, but may call a function that has. In there the columns are a row: known
 * values would be converted before any condition is looked at.
 */
function throughFunction(
  table: string,
  type: string,
  alter: string,
  columns: Pick<Column, 'name' | 'type'>[],
  using: string
) {
  const read = columns.filter(({ name }) => mentions(using, name))
  const called = 'pg_temp.converted'
  const names = read.map(({ name }) => quote(name)).join(', ')
  const types = read.map((column) => shortType(column.type)).join(', ')
  const row = read.map(({ name }, place) => `$${place + 1} as ${quote(name)}`).join(', ')

  return [
    `create function ${called}(${types}) returns ${type} language sql as $using$
  select ${using}
  from (select ${row} offset 0) as ${quote(table)}
$using$`,
    `${alter} using ${called}(${names})`,
    `drop function ${called}(${types})`,
  ]
}
