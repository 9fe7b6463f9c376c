import { describe, type FieldDescription } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

/** The key that a field is, or points to, over any number of foreign keys */
export type KeyBehind = { model: LucidModel; description: FieldDescription }

/** What a field holds: of a foreign key, the key at its end. */
export function keyBehind(model: LucidModel, description: FieldDescription): KeyBehind {
  if (description.kind !== 'foreignKey') return { model, description }

  const target = description.model()
  target.boot()
  const name = description.references ?? target.primaryKey
  const key = describe(target).fields.find((field) => field.name === name)
  return key ? keyBehind(target, key) : { model, description }
}
