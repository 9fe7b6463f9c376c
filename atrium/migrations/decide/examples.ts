import { quote } from '../schema/names.ts'
import { literalsFor } from './suggestions.ts'
import type { Deciding } from './deciding.ts'
import { isUnique } from './unique_fills.ts'
import type { Column, Table } from '../schema/types.ts'
import { typeParts } from './conversions/type_parts.ts'

/** Values of types that nobody would suggest for older rows */
const plain: Record<string, string> = {
  'time without time zone': `'00:00'`,
  'time with time zone': `'00:00Z'`,
  'bytea': `''`,
  'inet': `'127.0.0.1'`,
  'cidr': `'127.0.0.1'`,
}

/** What differs from row to row as the key does, in types that a key is not cast to */
const numbered: Record<string, (key: string) => string> = {
  'time without time zone': (key) => `time '00:00' + ${key} * interval '1 second'`,
  'interval': (key) => `${key} * interval '1 second'`,
  'date': (key) => `date '2000-01-01' + ${key}::integer`,
  'timestamp without time zone': (key) => `now() + ${key} * interval '1 second'`,
  'timestamp with time zone': (key) => `now() + ${key} * interval '1 second'`,
  'inet': (key) => `inet '10.0.0.0' + ${key}`,
  'bytea': (key) => `int8send(${key})`,
}

/** SQL that could fill a column, whatever else is in the table. */
export function exampleFor(table: string, column: Column, deciding: Deciding) {
  const { to } = deciding.situation
  const target = Object.values(to.tables[table].constraints).find(
    ({ foreign, columns }) => foreign !== null && columns.join() === column.name
  )?.foreign
  if (target) {
    return `(select ${quote(target.columns[0])} from ${quote(target.table)} order by 1 limit 1)`
  }

  const [literal] = literalsFor(table, column, deciding)
  const { name } = typeParts(column.type)
  if (!literal && isUnique(table, column.name, to)) return ownValue(to.tables[table], column)
  return literal?.value ?? plain[name] ?? `'...'::${column.type}`
}

/** A value that no other row has. */
function ownValue({ constraints }: Table, { type }: Column) {
  const { name, family } = typeParts(type)
  const primary = Object.values(constraints).find(({ kind }) => kind === 'primary')
  const key = quote(primary?.columns[0] ?? 'id')
  if (family === 'text') return `${key}::text`

  return numbered[name]?.(key) ?? key
}
