import { quote } from '../schema/names.ts'
import { repairOrphans } from './orphans.ts'
import { addRule, dropRule } from './rules.ts'
import type { DecidedOf, Piece } from './planning.ts'

/**
 * A foreign key that points to another table. Where the keys of the two do not mean the same, rows get
 * their new key in one go: a second time would map what is mapped already.
 */
export function planRepoint({
  change: { table, from, to },
  using,
  usingBack,
  repair,
}: DecidedOf<'replaceConstraint'>): Piece[] {
  return [
    dropRule(table, from),
    ...(using ? [remap(table, to.columns[0], using, usingBack)] : []),
    ...repairOrphans(table, to, repair),
    ...addRule(table, to),
  ]
}

function remap(table: string, column: string, using: string, usingBack?: string): Piece {
  const update = (value: string) =>
    `update ${quote(table)} set ${quote(column)} = ${value} where ${quote(column)} is not null`
  return {
    stage: 'copies',
    table,
    up: [update(using)],
    down: usingBack ? [update(usingBack)] : [],
    summary: `map ${column} of ${table}`,
    notes: [`All rows of ${table} are mapped in one transaction.`],
  }
}
