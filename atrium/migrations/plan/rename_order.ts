import { shortened } from '../schema/names.ts'

export type Pair = { from: string; to: string }

/** One of the steps in which a rename is done */
type Turn<P extends Pair> = Pair & {
  rename: P

  /** The name at the end */
  all: string
}

/**
 * Puts renames into an order in which no name is taken twice. Of names that go round in a circle, one
 * makes room by way of a name of its own.
 */
export function inTurn<P extends Pair>(renames: P[]): Turn<P>[] {
  const turns: Turn<P>[] = []
  const waiting = renames.map((rename) => ({ from: rename.from, to: rename.to, rename }))

  while (waiting.length > 0) {
    const free = waiting.findIndex(({ to }) => !waiting.some(({ from }) => from === to))
    if (free >= 0) {
      const [{ from, to, rename }] = waiting.splice(free, 1)
      turns.push({ from, to, rename, all: to })
      continue
    }

    const [first] = waiting
    const between = shortened(first.from, 'renamed')
    turns.push({ from: first.from, to: between, rename: first.rename, all: first.to })
    first.from = between
  }
  return turns
}
