import type { ModelDescription, RoutineDefinition } from '#atrium/model/main'

import { E_NAME_TAKEN } from './errors.ts'
import type { EnumType, Routine, Schema, View } from '../schema/types.ts'

/** The functions of all models. */
export function declaredFunctions(all: ModelDescription[]): Schema['functions'] {
  return once(all, 'function', ({ functions }) => functions.map(routine))
}

/** The views of all models. */
export function declaredViews(all: ModelDescription[]): Schema['views'] {
  return once(all, 'view', ({ views }) => views.map(view))
}

const routine = ({ name, sql }: { name: string; sql: string }): Routine => ({
  name,
  definition: sql,
  source: sql,
})

const view = ({ name, sql, comment }: RoutineDefinition): View => ({
  name,
  definition: sql,
  source: sql,
  materialized: /^\s*create\s+materialized\b/i.test(sql),
  dependsOn: [],
  comment: comment ?? null,
})

/** What several models need may be declared by each of them, in the same words. */
function once<T extends Routine | View>(
  all: ModelDescription[],
  what: string,
  partsOf: (model: ModelDescription) => T[]
) {
  const found: Record<string, { part: T; owner: string }> = {}
  for (const model of all) {
    for (const part of partsOf(model)) {
      const there = found[part.name]
      if (there && there.part.source !== part.source) {
        throw new E_NAME_TAKEN([`The ${what} ${part.name}`, there.owner, model.name])
      }
      found[part.name] ??= { part, owner: model.name }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, { part }]) => [name, part]))
}

/** The types of enums whose words have an order. Several fields may share one. */
export function declaredEnums(all: ModelDescription[]): Schema['enums'] {
  const found: Record<string, { type: EnumType; owner: string }> = {}
  for (const { name, fields } of all) {
    for (const field of fields) {
      if (field.kind !== 'enum' || !field.type) continue

      const owner = `${name}.${field.name}`
      const there = found[field.type]
      if (there && there.type.values.join('\n') !== field.values.join('\n')) {
        throw new E_NAME_TAKEN([`The type ${field.type}`, there.owner, owner])
      }
      found[field.type] ??= {
        type: { name: field.type, values: [...field.values], comment: null },
        owner,
      }
      found[field.type].type.comment ??= field.typeComment ?? null
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, { type }]) => [name, type]))
}
