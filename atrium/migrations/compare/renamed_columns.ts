import type { Pair } from './pairing.ts'
import type { Search } from './search.ts'
import type { Rename } from './changes.ts'
import { followingKeys } from './pivots.ts'
import type { Choice } from '../decide/questions.ts'
import type { Column, Table } from '../schema/types.ts'
import { likenessOfColumns, samenessOfColumns } from './likeness.ts'

/** Columns that got another name, in tables that are there on both sides. */
export function renamedColumns(search: Search): Rename[] {
  return search.tables().flatMap((table) => {
    const pairs = columnsOf(search, table)
    return pairs.map((one): Rename => ({ kind: 'column', table: table.to, ...one }))
  })
}

function columnsOf(search: Search, table: Pair) {
  const before = search.from.tables[table.from]
  const now = search.to.tables[table.to]
  const moved = search.renames.filter(({ kind }) => kind === 'table')
  const columnsNow = Object.keys(now.columns)

  return search.among({
    from: Object.keys(before.columns),
    to: columnsNow,
    hinted: Object.fromEntries(
      columnsNow.map((name) => [name, search.hints.renamedColumns[`${table.to}.${name}`]])
    ),
    id: (name) => `rename:${table.from}.${name}`,
    called: (name) => `The column ${table.from}.${name}`,
    isDue: (circle) => isDue(circle, before, now),
    following: (_, removed, added) =>
      followingKeys(
        { from: before, to: now },
        moved,
        removed.map((name) => before.columns[name]),
        added.map((name) => now.columns[name])
      ),
    candidates: (name, added) => candidates(before, now, name, added),
  })
}

/**
 * Columns that swap names have done so when they look like the fields of the same names. Where all
 * look the same, their order in the table tells.
 */
function isDue(circle: Pair[], before: Table, now: Table) {
  const sameness = (to: keyof Pair) =>
    circle.reduce(
      (sum, one) => sum + samenessOfColumns(before.columns[one.from], now.columns[one[to]]),
      0
    )
  if (sameness('to') !== sameness('from')) return sameness('to') > sameness('from')

  const order = Object.keys(now.columns).filter((name) => circle.some(({ to }) => to === name))
  const orderBefore = Object.keys(before.columns).filter((name) => order.includes(name))
  const orderAfter = orderBefore.map((name) => circle.find(({ from }) => from === name)!.to)
  return orderAfter.join() === order.join() && orderBefore.join() !== order.join()
}

function candidates(before: Table, now: Table, name: string, added: string[]): Choice[] {
  const place = Object.keys(before.columns).indexOf(name)
  const places = Object.keys(now.columns)
  const likeness = (column: Column) =>
    likenessOfColumns(before.columns[name], column, Math.abs(places.indexOf(column.name) - place))

  return added
    .map((one) => ({ column: now.columns[one], likeness: likeness(now.columns[one]) }))
    .filter((one) => one.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ column }) => ({
      value: column.name,
      label: `It is called ${column.name} now (${column.type}${column.nullable ? ', may be empty' : ''})`,
    }))
}
