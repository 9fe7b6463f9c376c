import { shortChange } from './short_change.ts'
import type { Outcome } from './outcome.ts'

/** Outcomes that are kept one by one, and bytes of them: they are written down again and again */
const SHOWN = 100
const ROOM = 32 * 1024

/** Fields that are shown of a line */
const CHANGES = 20

/** What was found out of the lines of a file so far. Kept as JSON */
export type Tally = {
  /** Lines that were tried */
  lines: number
  create: number
  update: number
  unchanged: number

  /** The first lines that would be refused, and the first ones that something else would happen to */
  refused: Outcome[]
  others: Outcome[]
}

export const nothingYet: Tally = {
  lines: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  refused: [],
  others: [],
}

/** Notes what would become of one more line. */
export function note(tally: Tally, outcome: Outcome) {
  const { kind } = outcome
  if (kind === 'create' || kind === 'update' || kind === 'unchanged') tally[kind] += 1
  if (kind === 'unchanged') return

  const shown = kind === 'refuse' ? tally.refused : tally.others
  const changes = outcome.changes.slice(0, CHANGES).map(shortChange)
  const { key, line, reason, title } = outcome
  const kept: Outcome = { kind, line, key, title, reason, changes }
  if (shown.length < SHOWN && sizeOf([...shown, kept]) < ROOM) shown.push(kept)
}

function sizeOf(outcomes: Outcome[]) {
  return JSON.stringify(outcomes).length
}
