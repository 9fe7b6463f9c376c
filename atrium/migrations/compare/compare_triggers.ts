import type { Change } from './changes.ts'
import { both, without } from './matched.ts'
import type { Schema, Trigger } from '../schema/types.ts'

/** The function of the framework that all recorded tables call */
export const RECORD_HISTORY = 'record_history()'

/**
 * Triggers that models declare, those of new tables too. Of those that nobody declares only the ones
 * go that record a history, since nobody else can have made them.
 */
export function compareTriggers(from: Schema, to: Schema): Change[] {
  return Object.values(to.tables).flatMap(({ name, triggers }) => {
    const before = from.tables[name]?.triggers ?? {}
    return [
      ...without(before, triggers)
        .filter(isHistory)
        .map((trigger): Change => ({ kind: 'dropTrigger', trigger })),
      ...without(triggers, before).map((trigger): Change => ({ kind: 'createTrigger', trigger })),
      ...both(before, triggers)
        .filter((one) => one.from.definition !== one.to.definition)
        .map((one): Change => ({ kind: 'replaceTrigger', ...one })),
    ]
  })
}

const isHistory = (trigger: Trigger) => trigger.function === RECORD_HISTORY
