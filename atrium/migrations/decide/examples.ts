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
  const { name, family } = typeParts(column.type)
  if (!literal && isUnique(table, column.name, to)) return ownValue(to.tables[table], family)
  return literal?.value ?? plain[name] ?? `'...'::${column.type}`
}

/** A value that no other row has. */
function ownValue({ constraints }: Table, family: string) {
  const primary = Object.values(constraints).find(({ kind }) => kind === 'primary')
  const key = quote(primary?.columns[0] ?? 'id')
  return family === 'text' ? `${key}::text` : key
}
