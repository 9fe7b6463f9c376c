import type { TypeParts } from './type_parts.ts'
import { keepsStoredDigits } from './numbers.ts'
import type { Column } from '../../schema/types.ts'

type Pair = { from: TypeParts; to: TypeParts }

/** Changes of a type after which rows are stored as before, measured on PostgreSQL 15 */
const kept: ((pair: Pair) => boolean)[] = [
  ({ from, to }) => isVarying(from) && isVarying(to) && isAsLong(from, to),
  ({ from, to }) => from.family === 'exact' && to.family === 'exact' && keepsStoredDigits(from, to),
  ({ from, to }) => isSameMoment(from, to) && (from.modifiers[0] ?? 6) <= (to.modifiers[0] ?? 6),
  ({ from, to }) => from.name === 'cidr' && to.name === 'inet',
]

/**
 * What PostgreSQL has to write anew when a column gets another type: all rows, or only the indexes.
 */
export function rewriting(from: Column, to: Column, pair: Pair, using: string) {
  const isSame = from.type === to.type
  const rewrites = !isSame && (using !== '' || !kept.some((rule) => rule(pair)))
  return { rewrites, rebuildsIndexes: rewrites || from.collation !== to.collation }
}

function isVarying({ name, isList }: TypeParts) {
  return !isList && (name === 'text' || name === 'character varying')
}

function isAsLong(from: TypeParts, to: TypeParts) {
  return (from.modifiers[0] ?? Infinity) <= (to.modifiers[0] ?? Infinity)
}

function isSameMoment(from: TypeParts, to: TypeParts) {
  return from.name === to.name && ['wall', 'moment', 'time'].includes(from.family)
}
