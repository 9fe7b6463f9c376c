import { inspect } from 'node:util'
import { DateTime } from 'luxon'
import type { Faker } from '@faker-js/faker'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { madeUp } from './values.ts'
import { describe } from '../describe.ts'
import type { Expression } from '../expression.ts'
import type { Occasion } from './made_up.ts'
import { E_NO_MORE_VALUES } from './errors.ts'
import { isAutomatic } from '../automatic_values.ts'
import type { FieldDescription } from '../field_description.ts'
import type { ModelDescription } from '../model_description.ts'

type Step = (faker: Faker) => unknown

/** What is made up for a row: always, and for fields that may be empty when that is asked for */
export type Recipe = { always: Map<string, Step>; whenAsked: Map<string, Step> }

/** So often another value is tried where one was given already */
const ATTEMPTS = 1000

/**
 * How rows of a model are made up: what the model or the database gives is left to them.
 */
export function recipeOf(model: LucidModel): Recipe {
  const description = describe(model)
  const unique = uniqueFields(description)
  const stepsFor = (fields: FieldDescription[]) =>
    new Map(fields.map((field) => [field.name, stepOf(field, unique.has(field.name), model)]))

  const fields = description.fields.filter((field) => isMadeUp(field, description))
  return {
    always: stepsFor(fields.filter(({ nullable }) => !nullable)),
    whenAsked: stepsFor(fields.filter(({ nullable, guarded }) => nullable && !guarded)),
  }
}

/** Follows the steps of a recipe */
export function follow(steps: Map<string, Step>, faker: Faker) {
  return Object.fromEntries(Array.from(steps, ([name, step]) => [name, step(faker)]))
}

function stepOf(field: FieldDescription, isUnique: boolean, { name }: LucidModel): Step {
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
 * Whether nobody else gives the value: neither the database nor the model, nor a row that it points
 * to, nor a schema that only its author knows.
 */
function isMadeUp(field: FieldDescription, { model, constraints }: ModelDescription) {
  const isInKey = constraints.some(
    (one) => one.kind === 'foreign' && one.columns.includes(field.name)
  )

  return (
    field.kind in madeUp &&
    field.default === undefined &&
    !isInKey &&
    !('generated' in field && field.generated) &&
    !('autoCreate' in field && field.autoCreate) &&
    !('autoUpdate' in field && field.autoUpdate) &&
    !(field.kind === 'uuid' && isAutomatic(field)) &&
    !(field.kind === 'json' && field.schema) &&
    !(field.kind === 'slug' && field.from && 'withFreeSlug' in model)
  )
}

/**
 * The fields that are not to repeat. Where several are unique together it is the first that has
 * values enough.
 */
function uniqueFields({ fields, indexes, constraints }: ModelDescription) {
  const unique = new Set(fields.filter((field) => field.unique).map(({ name }) => name))
  const together = [
    fields.filter(({ primary }) => primary),
    ...indexes.filter((one) => one.unique).map(({ parts }) => fieldsIn(parts, fields)),
    ...constraints.flatMap((one) => (one.kind === 'unique' ? [fieldsIn(one.columns, fields)] : [])),
  ]

  for (const group of together) {
    if (group.some(({ name }) => unique.has(name))) continue

    const wide = group.find(({ kind }) => isWide(kind))
    if (wide) unique.add(wide.name)
  }
  return unique
}

/** Properties, with or without an order, and columns that SQL mentions */
function fieldsIn(parts: (string | Expression)[], fields: FieldDescription[]) {
  return fields.filter(({ name, columnName }) =>
    parts.some((part) =>
      typeof part === 'string'
        ? part.split(' ')[0] === name
        : new RegExp(`\\b${columnName}\\b`).test(part.sql)
    )
  )
}

function isWide(kind: string) {
  return kind in madeUp && kind !== 'boolean' && kind !== 'enum'
}
