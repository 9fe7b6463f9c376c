import type { Index } from '../schema/types.ts'
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

  const isInTheWay =
    planning.isConverted(index.table, index.columns) ||
    (index.unique && planning.isPointedAt(index.table, index.columns)) ||
    isTakenByKey(index, planning)
  return [isInTheWay ? dropAtOnce(index) : dropLater(index)]
}

/** Whether a constraint gets its name, and an index with it. */
function isTakenByKey({ table, name }: Index, planning: Planning) {
  return planning
    .all('addConstraint')
    .some(({ change }) => change.table === table && change.constraint.name === name)
}

/** One that was left half built has the same definition, and is built again. */
export function planReplaceIndex(
  { change: { from, to } }: DecidedOf<'replaceIndex'>,
  planning: Planning
): Piece[] {
  const isInTheWay = planning.isConverted(from.table, from.columns)

  return isInTheWay ? [dropAtOnce(from), buildIndex(to)] : [exchange(from, to)]
}
