import { quote } from '../schema/names.ts'
import { parameters } from '../schema/ddl.ts'
import type { DecidedOf, Piece } from './planning.ts'

/** Storage parameters of a table. */
export function planChangeStorage({
  change: { table, from, to },
}: DecidedOf<'changeStorage'>): Piece[] {
  return [
    {
      stage: 'settings',
      table,
      up: storing(table, from, to),
      down: storing(table, to, from),
      summary: `change how ${table} is stored`,
    },
  ]
}

function storing(table: string, from: Record<string, string>, to: Record<string, string>) {
  const gone = Object.keys(from).filter((name) => !(name in to))
  return [
    ...(Object.keys(to).length > 0 ? [`alter table ${quote(table)} set (${parameters(to)})`] : []),
    ...(gone.length > 0 ? [`alter table ${quote(table)} reset (${gone.join(', ')})`] : []),
  ]
}
