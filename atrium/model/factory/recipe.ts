import { inspect } from 'node:util'
import { DateTime } from 'luxon'
import type { Faker } from '@faker-js/faker'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { madeUp } from './values.ts'
import { describe } from '../describe.ts'
import type { Occasion } from './made_up.ts'
import { E_NO_MORE_VALUES } from './errors.ts'
import { isAutomatic } from '../automatic_values.ts'
import type { FieldDescription } from '../field_description.ts'
import type { ModelDescription } from '../model_description.ts'

type Recipe = (faker: Faker) => Record<string, unknown>

/** Kinds that stay empty where they may: that something happened, or is there, is for tests to say */
const EMPTY_UNLESS_ASKED = new Set<string>([
  ...['foreignKey', 'date', 'timestamp', 'time', 'duration'],
  ...['json', 'binary', 'file', 'image', 'custom'],
])

/** So often another value is tried where one was given already */
const ATTEMPTS = 1000

/**
 * How rows of a model are made up: what the model or the database gives is left to them.
 */
export function recipeOf(model: LucidModel): Recipe {
  const description = describe(model)
  const unique = uniqueFields(description)
  const steps = description.fields
    .filter((field) => !isGiven(field, model))
    .map((field) => [field.name, stepOf(field, unique.has(field.name), description)] as const)

  return (faker) => Object.fromEntries(steps.map(([name, step]) => [name, step(faker)]))
}

function stepOf(field: FieldDescription, isUnique: boolean, { name }: ModelDescription) {
  if (field.nullable && EMPTY_UNLESS_ASKED.has(field.kind)) return () => null

  const make = madeUp[field.kind as keyof typeof madeUp] as (occasion: Occasion) => unknown
  const step = (faker: Faker) => make({ faker, field, isUnique })
  return isUnique ? differing(step, `${name}.${field.name}`) : step
}

function differing(step: (faker: Faker) => unknown, name: string) {
  const given = new Set<string>()

  return (faker: Faker) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const value = step(faker)
      const key = keyOf(value)
      if (given.has(key)) continue

      given.add(key)
      return value
    }
    throw new E_NO_MORE_VALUES([name, given.size])
  }
}

/** Texts that differ only in their case may be the same for an index */
function keyOf(value: unknown) {
  const text = DateTime.isDateTime(value) ? value.toISO() : value
  return (typeof text === 'object' ? inspect(text) : String(text)).toLowerCase()
}

/**
 * Whether somebody else gives the value: the database, the model, or the row that it points to.
 */
function isGiven(field: FieldDescription, model: LucidModel) {
  const { kind, nullable } = field

  return (
    kind === 'id' ||
    kind === 'generated' ||
    (kind === 'foreignKey' && !nullable) ||
    (kind === 'custom' && (!nullable || field.read === false)) ||
    (kind === 'json' && !nullable && field.schema !== undefined) ||
    field.default !== undefined ||
    ('generated' in field && field.generated !== undefined) ||
    ((kind === 'date' || kind === 'timestamp') && (field.autoCreate || field.autoUpdate)) ||
    (kind === 'uuid' && isAutomatic(field)) ||
    (kind === 'slug' && field.from !== undefined && 'withFreeSlug' in model) ||
    isInCompositeKey(field, model)
  )
}

function isInCompositeKey({ name }: FieldDescription, model: LucidModel) {
  return describe(model).constraints.some(
    (constraint) => constraint.kind === 'foreign' && constraint.columns.includes(name)
  )
}

/**
 * The fields that are not to repeat. Where several are unique together it is the first that has
 * values enough.
 */
function uniqueFields({ fields, indexes, constraints }: ModelDescription) {
  const together = [
    fields.filter(({ primary }) => primary).map(({ name }) => name),
    ...indexes.filter(({ unique }) => unique).map(({ parts }) => parts.map(String)),
    ...constraints.flatMap((one) => (one.kind === 'unique' ? [one.columns] : [])),
  ]
  const unique = new Set(fields.filter((field) => field.unique).map(({ name }) => name))

  for (const names of together) {
    const properties = names.map((name) => name.split(' ')[0])
    if (properties.some((name) => unique.has(name))) continue

    const wide = fields.find(({ name, kind }) => properties.includes(name) && isWide(kind))
    if (wide) unique.add(wide.name)
  }
  return unique
}

function isWide(kind: string) {
  return kind in madeUp && kind !== 'boolean' && kind !== 'enum'
}
