import { escapeLiteral } from 'pg'

import { choose } from './enum_casts.ts'
import { quote } from '../schema/names.ts'
import { replaceRule } from './replaced_rules.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'

/**
 * The words that a check allows in a column. Rows that hold a word that goes get another one first:
 * the former check goes before, since it may not know that one yet.
 */
export function planChangeWords(
  { change: { table, to, constraints }, mapping = {} }: DecidedOf<'changeWords'>,
  planning: Planning
): Piece[] {
  const isMapped = Object.keys(mapping).length > 0
  const atOnce = isMapped || planning.isConverted(table, [to.name])

  return [
    ...(isMapped ? [map(table, to.name, mapping)] : []),
    ...replaceRule(table, constraints.from, constraints.to, atOnce),
  ]
}

function map(table: string, column: string, mapping: Record<string, string | null>): Piece {
  const name = quote(column)
  const words = Object.keys(mapping)
  return {
    stage: 'repairs',
    table,
    up: [
      {
        table: quote(table),
        set: `${name} = ${choose(name, mapping)}`,
        where: `${name} in (${words.map(escapeLiteral).join(', ')})`,
      },
    ],
    down: [],
    summary: `replace ${words.join(' and ')} in ${column} of ${table}`,
  }
}
