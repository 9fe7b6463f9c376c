import { Expression, type Purpose } from '#atrium/model/main'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import { readInput } from './input_rules.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'

/**
 * The fields that the form does not show for a row as it is going to be. What was sent for them does
 * not count; they hold nothing, or their default.
 */
export async function concealedFields(
  resource: Resource,
  purpose: Purpose,
  row: LucidRow,
  input: Record<string, unknown>
): Promise<ResourceField[]> {
  const conditional = [...resource.fields.values()].filter(({ showIf }) => showIf)
  if (!conditional.length) return []

  const values = await valuesOfConditions(resource, purpose, row, input, conditional)
  const isShown = ({ showIf }: ResourceField): boolean =>
    Object.entries(showIf ?? {}).every(([name, wanted]) => {
      const condition = resource.fields.get(name)
      const value = condition && isShown(condition) ? values[name] : null
      return wanted.some((one) => same(one, value))
    })

  return conditional.filter((field) => !isShown(field))
}

/** What such a field holds. Undefined when it is to stay as it is. */
export function valueWhenConcealed({ nullable, description }: ResourceField): unknown {
  if (nullable) return null
  return description.default instanceof Expression ? undefined : description.default
}

async function valuesOfConditions(
  resource: Resource,
  purpose: Purpose,
  row: LucidRow,
  input: Record<string, unknown>,
  conditional: ResourceField[]
) {
  const names = [...new Set(conditional.flatMap(({ showIf }) => Object.keys(showIf!)))]
  const values: Record<string, unknown> = {}

  for (const name of names) {
    const field = resource.fields.get(name)
    if (!field) continue

    const isGiven =
      input[name] !== undefined && field.isSettable && !(field.isKey && purpose === 'update')
    const read = isGiven ? await readInput(resource, purpose, [name], input) : undefined
    values[name] = read?.values[name] ?? (isGiven ? null : ((row as any)[name] ?? defaultOf(field)))
  }
  return values
}

function defaultOf({ description }: ResourceField) {
  return description.default instanceof Expression ? undefined : (description.default ?? null)
}

function same(one: unknown, other: unknown) {
  return one === other || (isSomething(one) && isSomething(other) && String(one) === String(other))
}

function isSomething(value: unknown) {
  return value !== null && value !== undefined
}
