import type { Both } from './matched.ts'
import type { Change } from './changes.ts'
import { both, without } from './matched.ts'
import type { Column, Schema } from '../schema/types.ts'

/** Columns that come and go. Their order in the table does not count. */
export function compareColumns(from: Schema, to: Schema): Change[] {
  return both(from.tables, to.tables).flatMap((table) => [
    ...without(table.to.columns, table.from.columns).map((column): Change => ({
      kind: 'addColumn',
      table: table.to.name,
      column,
    })),
    ...without(table.from.columns, table.to.columns).map((column): Change => ({
      kind: 'dropColumn',
      table: table.to.name,
      column,
    })),
  ])
}

/** What columns of both sides are compared by. A column that is to be computed is made anew as a whole. */
function aspect(
  kind: 'changeType' | 'changeDefault' | 'changeNull' | 'changeCounting',
  differs: (from: Column, to: Column) => boolean
) {
  return (from: Schema, to: Schema): Change[] =>
    pairs(from, to)
      .filter((one) => !isMadeAnew(one) && differs(one.from, one.to))
      .map(({ table, ...one }) => ({ kind, table, ...one }))
}

function pairs(from: Schema, to: Schema): (Both<Column> & { table: string })[] {
  return both(from.tables, to.tables).flatMap((table) =>
    both(table.from.columns, table.to.columns).map((one) => ({ table: table.to.name, ...one }))
  )
}

function isMadeAnew({ from, to }: Both<Column>) {
  return to.generated !== null && (from.generated !== to.generated || from.type !== to.type)
}

export const compareTypes = aspect(
  'changeType',
  (from, to) => from.type !== to.type || from.collation !== to.collation
)

export const compareDefaults = aspect(
  'changeDefault',
  (from, to) => plain(from.default) !== plain(to.default)
)

export const compareNulls = aspect('changeNull', (from, to) => from.nullable !== to.nullable)

export const compareCounting = aspect(
  'changeCounting',
  (from, to) => from.identity !== to.identity || from.serial !== to.serial
)

/** The moment when a transaction began has several names. */
function plain(expression: string | null) {
  return expression?.replaceAll(/\b(now|transaction_timestamp)\(\)/g, 'CURRENT_TIMESTAMP') ?? null
}

/** Columns that are computed by another expression, or from now on, or no longer. */
export function compareGenerated(from: Schema, to: Schema): Change[] {
  return pairs(from, to)
    .filter((one) => isMadeAnew(one) || (one.from.generated !== null && one.to.generated === null))
    .map(({ table, ...one }) => ({ kind: 'changeGenerated', table, ...one }))
}

/** The words of enums that checks keep, as sets. */
export function compareWords(from: Schema, to: Schema): Change[] {
  return pairs(from, to).flatMap(({ table, ...one }): Change[] => {
    if (!one.from.words || !one.to.words || hasSameWords(one)) return []

    const constraints = {
      from: from.tables[table].constraints[one.from.words.constraint],
      to: to.tables[table].constraints[one.to.words.constraint],
    }
    return [{ kind: 'changeWords', table, ...one, constraints }]
  })
}

/** Whether two columns allow the same words, in whatever order. */
export function hasSameWords({ from, to }: Both<Column>) {
  const text = ({ words }: Column) => words?.values.toSorted().join('\n')
  return text(from) === text(to)
}
