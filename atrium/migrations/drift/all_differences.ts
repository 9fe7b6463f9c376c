import { without } from '../compare/matched.ts'
import { compare } from '../compare/compare.ts'
import type { Schema } from '../schema/types.ts'
import type { Change } from '../compare/changes.ts'
import { usersOfType } from '../compare/users_of_type.ts'
import { differencesInWords } from '../generate/differences.ts'

/**
 * All that would have to be done for one schema to be the other, in words. Generating leaves alone
 * what no model declares, such as a function too many; this does not.
 */
export function allDifferences(from: Schema, to: Schema): string[] {
  return [
    ...differencesInWords([], [...compare(from, to), ...removals(from, to)]),
    ...from.extensions
      .filter((name) => !to.extensions.includes(name))
      .map((name) => `remove extension ${name}`),
    ...unfinished(from, to),
  ]
}

function removals(from: Schema, to: Schema): Change[] {
  const enums = without(from.enums, to.enums)
  return [
    ...without(from.functions, to.functions).map((routine): Change => ({
      kind: 'dropFunction',
      routine,
    })),
    ...without(from.views, to.views).map((view): Change => ({ kind: 'dropView', view })),
    ...triggersTooMany(from, to).map((trigger): Change => ({ kind: 'dropTrigger', trigger })),
    ...enums
      .filter(({ name }) => usersOfType(from, name).length === 0)
      .map((type): Change => ({ kind: 'dropEnum', type })),
  ]
}

/** Those of history are told by comparing already. */
function triggersTooMany(from: Schema, to: Schema) {
  return Object.values(from.tables)
    .flatMap(({ name, triggers }) => without(triggers, to.tables[name]?.triggers ?? {}))
    .filter(({ name, table }) => name !== `${table}_history` && table in to.tables)
}

/** Constraints that were never validated on one side, and indexes whose building was broken off. */
function unfinished(from: Schema, to: Schema) {
  return Object.values(from.tables).flatMap(({ name, constraints, indexes }) => {
    const other = to.tables[name]
    const differs = (own: { valid: boolean }, wanted?: { valid: boolean }) =>
      wanted !== undefined && own.valid !== wanted.valid
    const words = { true: 'leave unfinished', false: 'finish' }
    return [
      ...Object.values(constraints)
        .filter((one) => differs(one, other?.constraints[one.name]))
        .map((one) => `${words[`${one.valid}`]} the check of older rows by ${one.name} of ${name}`),
      ...Object.values(indexes)
        .filter((one) => differs(one, other?.indexes[one.name]))
        .map((one) => `${words[`${one.valid}`]} building index ${one.name}`),
    ]
  })
}
