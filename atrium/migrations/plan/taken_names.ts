import { shortened } from '../schema/names.ts'
import type { Piece, Planning } from './planning.ts'

type Renamed = { table: string; from: string; to: string }

/**
 * Gives a constraint or an index its new name; by way of another one where something that is renamed
 * too still has that name.
 */
export function renamedInTurn(
  { table, from, to }: Renamed,
  rename: (from: string, to: string) => string,
  planning: Planning
): Piece[] {
  const summary = `rename ${from} to ${to}`
  const step = (name: string, next: string) => ({
    table,
    up: [rename(name, next)],
    down: [rename(next, name)],
    summary,
  })
  if (!isTaken(to, planning)) return [{ stage: 'names', ...step(from, to) }]

  const between = shortened(from, 'renamed')
  return [
    { stage: 'names', ...step(from, between) },
    { stage: 'takenNames', ...step(between, to) },
  ]
}

function isTaken(name: string, planning: Planning) {
  return [...planning.all('renameConstraint'), ...planning.all('renameIndex')].some(
    ({ change }) => change.from.name === name
  )
}
