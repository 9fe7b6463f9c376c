import type { Change } from './outcome.ts'

/** Characters of a value that are shown, and how many of them stand before the first difference */
const SHOWN = 160
const BEFORE = 40

/**
 * A change of a long text as a piece of it, around the place where it begins to differ.
 */
export function shortChange({ label, before, after }: Change): Change {
  const start = before === '' ? 0 : Math.max(0, firstDifference(before, after) - BEFORE)
  return { label, before: pieceOf(before, start), after: pieceOf(after, start) }
}

function firstDifference(before: string, after: string) {
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  return at
}

function pieceOf(text: string, start: number) {
  const end = start + SHOWN
  return `${start ? '…' : ''}${text.slice(start, end)}${text.length > end ? '…' : ''}`
}
