import { quote } from '../schema/names.ts'
import type { Piece } from './planning.ts'
import type { Constraint } from '../schema/types.ts'

/**
 * Rows that point to nothing, before a foreign key comes: they are deleted, or point to nothing openly.
 */
export function repairOrphans(
  table: string,
  rule: Constraint,
  repair?: 'delete' | 'empty'
): Piece[] {
  if (!repair || !rule.foreign) return []

  const where = isOrphan(table, rule)
  const set = rule.columns.map((column) => `${quote(column)} = null`).join(', ')
  return [
    {
      stage: 'repairs',
      table,
      up: [
        repair === 'delete'
          ? `delete from ${quote(table)} where ${where}`
          : { table: quote(table), set, where },
      ],
      down: [],
      summary: `${repair === 'delete' ? 'delete' : 'empty'} what points to no row of ${rule.foreign.table}`,
    },
  ]
}

/** With an empty part, a key of several columns points nowhere and is not looked at. */
function isOrphan(table: string, { columns, foreign }: Constraint) {
  const target = 'target'
  const given = columns.map((column) => `${quote(table)}.${quote(column)} is not null`)
  const same = columns.map(
    (column, place) =>
      `${target}.${quote(foreign!.columns[place])} = ${quote(table)}.${quote(column)}`
  )
  return (
    `${given.join(' and ')} and not exists ` +
    `(select from ${quote(foreign!.table)} as ${target} where ${same.join(' and ')})`
  )
}
