import { both } from './matched.ts'
import { mentions } from './mentions.ts'
import type { Change } from './changes.ts'
import { compareViews } from './compare_objects.ts'
import { compareTriggers } from './compare_triggers.ts'
import type { Schema, Table, View } from '../schema/types.ts'
import { compareGenerated, compareTypes } from './compare_columns.ts'

/**
 * What stays as it is but stands in the way of a column that gets another type: PostgreSQL changes
 * no type that a view, a trigger or a generated column reads. These go, and come again as they were.
 */
export function compareDependents(from: Schema, to: Schema): Change[] {
  const columns = retyped(from, to)
  return [
    ...generated(from, to, columns),
    ...triggers(from, to, columns),
    ...views(from, to, new Set(columns.map(({ table, column }) => `${table}.${column}`))),
  ]
}

type InTable = { table: string; column: string }

/** Columns with another type, and those that are made anew because they read one. */
function retyped(from: Schema, to: Schema): InTable[] {
  const changed = [...compareTypes(from, to), ...compareGenerated(from, to)].map((change) =>
    'from' in change && 'table' in change
      ? { table: change.table as string, column: (change.from as { name: string }).name }
      : null
  )
  return changed.filter((one) => one !== null)
}

function generated(from: Schema, to: Schema, columns: InTable[]): Change[] {
  const known = compareGenerated(from, to)
  return both(from.tables, to.tables).flatMap((tables) =>
    both(tables.from.columns, tables.to.columns)
      .filter((one) => reads(one.from.generated, tables.to.name, columns))
      .map((one): Change => ({ kind: 'changeGenerated', table: tables.to.name, ...one }))
      .filter((change) => !known.some((one) => same(one, change)))
  )
}

function reads(sql: string | null, table: string, columns: InTable[]) {
  return sql !== null && columns.some((one) => one.table === table && mentions(sql, one.column))
}

const same = (a: Change, b: Change) =>
  a.kind === 'changeGenerated' &&
  b.kind === 'changeGenerated' &&
  a.table === b.table &&
  a.to.name === b.to.name

/** Triggers of certain columns, or with a condition on them. */
function triggers(from: Schema, to: Schema, columns: InTable[]): Change[] {
  const known = compareTriggers(from, to)
  return both(from.tables, to.tables).flatMap((tables) =>
    both(tables.from.triggers, tables.to.triggers)
      .filter(
        (one) => !known.some((change) => change.kind === 'replaceTrigger' && change.to === one.to)
      )
      .filter((one) => reads(narrowed(one.from.definition, tables.from), tables.to.name, columns))
      .map((one): Change => ({ kind: 'replaceTrigger', ...one }))
  )
}

/** The part of a trigger that may name columns. */
function narrowed(definition: string, { name }: Table) {
  return definition.replace(/ EXECUTE (FUNCTION|PROCEDURE) .*$/s, '').replaceAll(name, '')
}

/** Views that read one, and views that read those views. */
function views(from: Schema, to: Schema, columns: Set<string>): Change[] {
  const known = compareViews(from, to).flatMap((change) =>
    change.kind === 'replaceView' ? [change.to.name] : []
  )
  const standing = both(from.views, to.views).filter((one) => !known.includes(one.to.name))
  const moved: typeof standing = []
  const isInTheWay = (view: View) =>
    view.dependsOn.some(
      (column) =>
        columns.has(column) ||
        [...known, ...moved.map((one) => one.to.name)].some((name) => column.startsWith(`${name}.`))
    )

  for (let found = true; found;) {
    const next = standing.filter((one) => !moved.includes(one) && isInTheWay(one.from))
    moved.push(...next)
    found = next.length > 0
  }
  return moved.map((one) => ({ kind: 'replaceView', ...one }))
}
