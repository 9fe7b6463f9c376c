import { both } from './matched.ts'
import type { Both } from './matched.ts'
import type { Change, Commented } from './changes.ts'
import type { Schema, Table } from '../schema/types.ts'
import { matchedConstraints, matchedIndexes } from './compare_parts.ts'

type Remarked = Both<{ comment: string | null }> & { on: Commented }

/** Comments of what is there on both sides. What is made anew has its comment with it. */
export function compareComments(from: Schema, to: Schema): Change[] {
  const tables = both(from.tables, to.tables)
  const remarked: Remarked[] = [
    ...both(from.enums, to.enums).map((one) => ({ ...one, on: type(one.to.name) })),
    ...both(from.views, to.views).map((one) => ({
      ...one,
      on: { object: 'view' as const, view: one.to.name, materialized: one.to.materialized },
    })),
    ...tables.flatMap((one) => [
      { ...one, on: { object: 'table' as const, table: one.to.name } },
      ...columnsOf(one),
      ...constraintsOf(one),
      ...indexesOf(one),
    ]),
  ]

  return remarked
    .filter((one) => one.from.comment !== one.to.comment)
    .map((one) => ({
      kind: 'changeComment',
      on: one.on,
      from: one.from.comment,
      to: one.to.comment,
    }))
}

const type = (name: string): Commented => ({ object: 'type', type: name })

function columnsOf({ from, to }: Both<Table>): Remarked[] {
  return both(from.columns, to.columns).map((one) => ({
    ...one,
    on: { object: 'column', table: to.name, column: one.to.name },
  }))
}

function constraintsOf({ from, to }: Both<Table>): Remarked[] {
  const { same, renamed } = matchedConstraints(from, to)
  return [...same, ...renamed].map((one) => ({
    ...one,
    on: { object: 'constraint', table: to.name, constraint: one.to.name },
  }))
}

function indexesOf({ from, to }: Both<Table>): Remarked[] {
  const { same, renamed } = matchedIndexes(from, to)
  return [...same, ...renamed].map((one) => ({
    ...one,
    on: { object: 'index', index: one.to.name },
  }))
}
