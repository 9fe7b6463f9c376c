import type { Faker } from '@faker-js/faker'

import type { FieldDescription, FieldKind } from '../field_description.ts'

/**
 * What a value is made up from: the field that it is for, and where chance comes from.
 */
export type Occasion<K extends FieldKind = FieldKind> = {
  faker: Faker
  field: FieldDescription<K>

  /** No two values may be the same: a wide choice is better than a believable one */
  isUnique: boolean
}

/** One of the values that may be chosen, with or without a label */
export function chosen<V>(faker: Faker, choices: readonly (V | { value: V })[]): V {
  const choice = faker.helpers.arrayElement(choices) as any
  return choice !== null && typeof choice === 'object' && 'value' in choice ? choice.value : choice
}
