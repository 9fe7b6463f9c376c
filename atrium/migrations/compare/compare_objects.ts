import type { Change } from './changes.ts'
import { both, without } from './matched.ts'
import type { Schema } from '../schema/types.ts'
import { usersOfType } from './users_of_type.ts'
import { RECORD_HISTORY } from './compare_triggers.ts'

/** Extensions that are not there yet. One too many harms nobody, and may be somebody's. */
export function compareExtensions(from: Schema, to: Schema): Change[] {
  return to.extensions
    .filter((name) => !from.extensions.includes(name))
    .map((name) => ({ kind: 'createExtension', name }))
}

/** Native enums, whose order counts. One that no column uses is not ours to drop. */
export function compareEnums(from: Schema, to: Schema): Change[] {
  return [
    ...without(to.enums, from.enums).map((type): Change => ({ kind: 'createEnum', type })),
    ...both(from.enums, to.enums)
      .filter((one) => one.from.values.join('\n') !== one.to.values.join('\n'))
      .map((one): Change => ({
        kind: 'changeEnum',
        ...one,
        columns: staying(from, to, one.to.name),
      })),
    ...without(from.enums, to.enums)
      .filter(({ name }) => usersOfType(from, name).length > 0)
      .map((type): Change => ({ kind: 'dropEnum', type })),
  ]
}

/** Columns of the type, without those that get another one. */
function staying(from: Schema, to: Schema, type: string) {
  return usersOfType(from, type).filter(({ table, column }) => {
    const now = to.tables[table]?.columns[column]
    return now === undefined || now.type === from.tables[table].columns[column].type
  })
}

/** Functions that models declare. All others are left alone, but the framework's own. */
export function compareFunctions(from: Schema, to: Schema): Change[] {
  return [
    ...without(to.functions, from.functions).map((routine): Change => ({
      kind: 'createFunction',
      routine,
    })),
    ...both(from.functions, to.functions)
      .filter((one) => one.from.definition !== one.to.definition)
      .map((one): Change => ({ kind: 'replaceFunction', ...one })),
    ...without(from.functions, to.functions)
      .filter(({ name }) => name === RECORD_HISTORY)
      .map((routine): Change => ({ kind: 'dropFunction', routine })),
  ]
}

/** Views that models declare. All others are left alone. */
export function compareViews(from: Schema, to: Schema): Change[] {
  return [
    ...without(to.views, from.views).map((view): Change => ({ kind: 'createView', view })),
    ...both(from.views, to.views)
      .filter((one) => text(one.from) !== text(one.to))
      .map((one): Change => ({ kind: 'replaceView', ...one })),
  ]
}

const text = (view: { materialized: boolean; definition: string }) =>
  `${view.materialized} ${view.definition}`

/** Whole tables. One that comes has all of its parts with it but its triggers. */
export function compareTables(from: Schema, to: Schema): Change[] {
  return [
    ...without(to.tables, from.tables).map((table): Change => ({ kind: 'createTable', table })),
    ...without(from.tables, to.tables).map((table): Change => ({ kind: 'dropTable', table })),
  ]
}

/** Storage parameters of tables. */
export function compareStorage(from: Schema, to: Schema): Change[] {
  return both(from.tables, to.tables)
    .filter((one) => sorted(one.from.storage) !== sorted(one.to.storage))
    .map((one) => ({
      kind: 'changeStorage',
      table: one.to.name,
      from: one.from.storage,
      to: one.to.storage,
    }))
}

const sorted = (settings: Record<string, string>) => Object.entries(settings).toSorted().join()
