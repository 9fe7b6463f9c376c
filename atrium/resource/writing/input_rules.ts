import vine, { type VineValidator } from '@vinejs/vine'
import type { Model, Purpose } from '#atrium/model/main'

import type { Problem } from './problems.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'

const known = new WeakMap<Resource, Map<string, VineValidator<any, any>>>()

/**
 * Reads and checks what was sent for some fields of a row, by the rules of the model, or those that the
 * resource puts in their place.
 */
export async function readInput(
  resource: Resource,
  purpose: Purpose,
  names: string[],
  input: Record<string, unknown>
): Promise<{ values: Record<string, unknown>; problems: Problem[] }> {
  const [error, values] = await validatorOf(resource, purpose, names).tryValidate(input)
  return { values: values ?? {}, problems: error?.messages ?? [] }
}

/** Making a validator takes longer than using it, and a bulk edit uses the same one again and again. */
function validatorOf(resource: Resource, purpose: Purpose, names: string[]) {
  const ofResource = known.get(resource) ?? new Map<string, VineValidator<any, any>>()
  known.set(resource, ofResource)

  const id = `${purpose} ${names.join()}`
  const validator = ofResource.get(id) ?? vine.create(schemaOf(resource, purpose, names))
  ofResource.set(id, validator)
  return validator
}

function schemaOf(resource: Resource, purpose: Purpose, names: string[]) {
  const model = resource.model as unknown as typeof Model
  const rules = model.schema(purpose, names as never[]).getProperties() as Record<string, any>

  for (const name of names) {
    const told = resource.options.fields?.[name as never] as { rule?: () => any } | undefined
    if (told?.rule) rules[name] = loosened(told.rule(), resource.fields.get(name)!, purpose)
    else rules[name] ??= loosened(model.rule(name as never), resource.fields.get(name)!, purpose)
    if (purpose === 'create' && makesSlug(resource, name)) rules[name] = leftToModel(rules[name])
  }
  return vine.object(rules)
}

/** A sluggable model makes the slug of a row that brings none. */
function makesSlug({ model, fields }: Resource, name: string) {
  const { description } = fields.get(name)!
  return 'withFreeSlug' in model && description.kind === 'slug' && Boolean(description.from)
}

function leftToModel(rule: any) {
  return (rule.parse?.((value: unknown) => value || undefined) ?? rule).optional()
}

/** A rule is written as if the field had to be given. */
function loosened(rule: any, { description, nullable }: ResourceField, purpose: Purpose) {
  if (nullable) {
    return (rule.parse?.((value: unknown) => (value === '' ? null : value)) ?? rule)
      .nullable()
      .optional()
  }
  return purpose === 'create' && description.default === undefined ? rule : rule.optional()
}
