import { escapeLiteral } from 'pg'

import { setDefault } from './columns.ts'
import { quote } from '../schema/names.ts'
import type { Planning } from './planning.ts'

/** Moves a column to another type of words, by way of text. */
export function recast(
  { table, column }: { table: string; column: string },
  type: string,
  planning: Planning,
  side: 'from' | 'to',
  mapping: Record<string, string | null> = {}
) {
  const former = planning.from.tables[table].columns[column]
  const latter = planning.to.tables[table]?.columns[column] ?? former
  const [left, { default: standard }] = side === 'to' ? [former, latter] : [latter, former]
  const dimensions = /(\[\])*$/.exec(former.type)![0]
  const text = `${quote(column)}::text${dimensions}`
  const value = dimensions ? replaceAll(text, mapping) : choose(text, mapping)

  return [
    ...(left.default === null ? [] : [setDefault(table, column, null)]),
    `alter table ${quote(table)} alter column ${quote(column)} ` +
      `type ${quote(type)}${dimensions} using ${value}::${quote(type)}${dimensions}`,
    ...(standard === null ? [] : [setDefault(table, column, standardOf(standard, type))]),
  ]
}

/** A default names its type, which has another name for a while. */
function standardOf(standard: string, type: string) {
  const [, literal] = /^('(?:[^']|'')*')::[^()]+$/.exec(standard) ?? []
  return literal ? literal : `${standard}::text::${quote(type)}`
}

/** SQL that gives other words for some. */
export function choose(text: string, mapping: Record<string, string | null>) {
  const cases = Object.entries(mapping).map(
    ([word, other]) =>
      `when ${escapeLiteral(word)} then ${other === null ? 'null' : escapeLiteral(other)}`
  )
  return cases.length > 0 ? `(case ${text} ${cases.join(' ')} else ${text} end)` : text
}

function replaceAll(text: string, mapping: Record<string, string | null>) {
  return Object.entries(mapping).reduce(
    (list, [word, other]) =>
      other === null
        ? `array_remove(${list}, ${escapeLiteral(word)})`
        : `array_replace(${list}, ${escapeLiteral(word)}, ${escapeLiteral(other)})`,
    text
  )
}
