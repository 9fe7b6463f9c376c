import type { LucidModel } from '@adonisjs/lucid/types/model'
import { describe } from '#atrium/model/main'

import type { OwnedModel } from '../generate/types.ts'

/** The component of models that Atrium itself brings */
const FRAMEWORK = 'atrium'

/** The models, and those of the framework that they need. */
export function withRequired(models: OwnedModel[]): OwnedModel[] {
  const found = new Map(models.map(({ model, component }) => [model, component]))
  for (const { model } of models) addRequired(model, found)

  return Array.from(found, ([model, component]) => ({ model, component }))
}

function addRequired(model: LucidModel, found: Map<LucidModel, string>) {
  for (const needed of describe(model).requires) {
    if (found.has(needed)) continue

    found.set(needed, FRAMEWORK)
    addRequired(needed, found)
  }
}
