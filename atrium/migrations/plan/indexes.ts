import type { DecidedOf, Piece, Planning } from './planning.ts'
import { buildIndex, dropAtOnce, dropLater, exchange } from './index_steps.ts'

export function planAddIndex(
  { change: { index } }: DecidedOf<'addIndex'>,
  planning: Planning
): Piece[] {
  return planning.isCreated(index.table) ? [] : [buildIndex(index)]
}

export function planDropIndex(
  { change: { index } }: DecidedOf<'dropIndex'>,
  planning: Planning
): Piece[] {
  if (planning.isDropped(index.table)) return []

  return [planning.isConverted(index.table, index.columns) ? dropAtOnce(index) : dropLater(index)]
}

/** One that was left half built has the same definition, and is built again. */
export function planReplaceIndex(
  { change: { from, to } }: DecidedOf<'replaceIndex'>,
  planning: Planning
): Piece[] {
  const isInTheWay = planning.isConverted(from.table, from.columns)

  return isInTheWay ? [dropAtOnce(from), buildIndex(to)] : [exchange(from, to)]
}
