import type { Change } from './changes.ts'
import type { Matched } from './matched.ts'
import { both, matched } from './matched.ts'
import { hasSameWords } from './compare_columns.ts'
import type { Constraint, Index, Schema, Table } from '../schema/types.ts'

/** The constraints of a table on both sides. */
export function matchedConstraints(from: Table, to: Table): Matched<Constraint> {
  const found = matched(
    from.constraints,
    to.constraints,
    (old, now) => old.valid && definitionOf(old, from) === definitionOf(now, to)
  )
  const moved = found.removed.flatMap((old) => {
    const now = found.added.find((one) => isSameKey(old, one))
    return now ? [{ from: old, to: now }] : []
  })
  return {
    ...found,
    changed: [...found.changed, ...moved],
    removed: found.removed.filter((old) => !moved.some(({ from: one }) => one === old)),
    added: found.added.filter((now) => !moved.some(({ to: one }) => one === now)),
  }
}

/** Foreign keys of the same columns are one, whatever they are called and point to. */
function isSameKey(old: Constraint, now: Constraint) {
  const isForeign = old.foreign !== null && now.foreign !== null
  return isForeign && old.columns.join('\n') === now.columns.join('\n')
}

/** Those that only list words say the same in each order. */
function definitionOf(constraint: Constraint, table: Table) {
  const column = table.columns[constraint.columns[0]]
  const isList = column?.words?.constraint === constraint.name
  return isList ? `${column.name} in ${column.words!.values.toSorted()}` : constraint.definition
}

/**
 * Constraints. One whose older rows were never looked at is replaced by an equal one that is valid:
 * all that is left to do is to validate it. Words of enums that change are not told here.
 */
export function compareConstraints(from: Schema, to: Schema): Change[] {
  return both(from.tables, to.tables).flatMap((tables): Change[] => {
    const table = tables.to.name
    const isOfWords = wordChanges(tables.from, tables.to)
    const { changed, renamed, removed, added } = matchedConstraints(tables.from, tables.to)

    return [
      ...removed
        .filter(({ name }) => !isOfWords.has(name))
        .map((constraint): Change => ({ kind: 'dropConstraint', table, constraint })),
      ...renamed.map((one): Change => ({ kind: 'renameConstraint', table, ...one })),
      ...changed
        .filter((one) => !isOfWords.has(one.to.name))
        .map((one): Change => ({ kind: 'replaceConstraint', table, ...one })),
      ...added
        .filter(({ name }) => !isOfWords.has(name))
        .map((constraint): Change => ({ kind: 'addConstraint', table, constraint })),
    ]
  })
}

/** Names of checks that list other words on each side of a column: `changeWords` tells of them. */
function wordChanges(from: Table, to: Table) {
  const pairs = both(from.columns, to.columns).filter(
    (one) => one.from.words && one.to.words && !hasSameWords(one)
  )
  return new Set(pairs.flatMap((one) => [one.from.words!.constraint, one.to.words!.constraint]))
}

/** The indexes of a table on both sides. */
export function matchedIndexes(from: Table, to: Table): Matched<Index> {
  return matched(
    from.indexes,
    to.indexes,
    (old, now) => old.valid && withoutName(old.definition) === withoutName(now.definition)
  )
}

const withoutName = (definition: string) =>
  definition.replace(/^(CREATE (?:UNIQUE )?INDEX) (?:"(?:[^"]|"")+"|\S+) ON/, '$1 ON')

/** Indexes. One whose making was broken off is replaced by an equal one that is valid. */
export function compareIndexes(from: Schema, to: Schema): Change[] {
  return both(from.tables, to.tables).flatMap((tables): Change[] => {
    const { changed, renamed, removed, added } = matchedIndexes(tables.from, tables.to)
    return [
      ...removed.map((index): Change => ({ kind: 'dropIndex', index })),
      ...renamed.map((one): Change => ({ kind: 'renameIndex', ...one })),
      ...changed.map((one): Change => ({ kind: 'replaceIndex', ...one })),
      ...added.map((index): Change => ({ kind: 'addIndex', index })),
    ]
  })
}
