import type { Pair } from './pairing.ts'
import type { Search } from './search.ts'
import type { Rename } from './changes.ts'
import { followingPivots } from './pivots.ts'
import type { Table } from '../schema/types.ts'
import type { Choice } from '../decide/questions.ts'
import { likenessOfNames, likenessOfTables, PLAUSIBLE, samenessOfTables } from './likeness.ts'

/** Tables that got another name, with the tables of many-to-many relations that are named after them. */
export function renamedTables(search: Search): Rename[] {
  const before = search.from.tables
  const now = search.to.tables

  const pairs = search.among({
    from: Object.keys(before),
    to: Object.keys(now),
    hinted: search.hints.renamedTables,
    id: (name) => `rename:${name}`,
    called: (name) => `The table ${name}`,
    isDue: (circle) => isDue(circle, before, now),
    following: (decided, removed, added) =>
      followingPivots(
        decided,
        removed.map((name) => before[name]),
        added.map((name) => now[name])
      ),
    candidates: (name, added) =>
      candidates(
        before[name],
        added.map((one) => now[one])
      ),
  })
  return pairs.map((one) => ({ kind: 'table', ...one }))
}

/** Tables that swap names have done so when they look like the models of the same names. */
function isDue(circle: Pair[], before: Record<string, Table>, now: Record<string, Table>) {
  const sameness = (to: keyof Pair) =>
    circle.reduce((sum, one) => sum + samenessOfTables(before[one.from], now[one[to]]), 0)

  return sameness('to') > sameness('from')
}

function candidates(table: Table, added: Table[]): Choice[] {
  return added
    .map((one) => ({
      name: one.name,
      likeness: likenessOfTables(table, one),
      named: likenessOfNames(table.name, one.name),
    }))
    .filter(({ likeness }) => likeness >= PLAUSIBLE)
    .toSorted((a, b) => b.likeness + b.named - a.likeness - a.named)
    .map(({ name, likeness }) => ({
      value: name,
      label: `It is called ${name} now (${Math.round(likeness * 100)} % of the columns are the same)`,
    }))
}
