import type { FormPlan } from './form_plan.ts'
import type { FormText } from './form_text.ts'
import { type InlineTexts, type RowTexts, emptyTexts, withPlainBreaks } from './row_texts.ts'

type Body = Record<string, unknown>

/**
 * What was typed into a form. What the body does not name was not on the form.
 */
export function typedTexts(plan: FormPlan, body: Body): RowTexts {
  const texts = emptyTexts()

  for (const name of plan.names) {
    if (Object.hasOwn(body, name)) texts.fields[name] = textOf(body[name], isMany(plan, name))
  }
  for (const { relation, plan: inner } of plan.inlines) {
    if (!Object.hasOwn(body, relation.name)) continue
    texts.inlines[relation.name] = itemsOf(body[relation.name])
      .filter((item): item is Body => typeof item === 'object' && item !== null)
      .map((item) => inlineTexts(inner, item))
  }
  return texts
}

function inlineTexts(plan: FormPlan, body: Body): InlineTexts {
  return {
    ...typedTexts(plan, body),
    ...(typeof body._key === 'string' && body._key !== '' && { key: body._key }),
    ...(Boolean(body._remove) && { isRemoved: true }),
  }
}

function isMany({ resource }: FormPlan, name: string) {
  const field = resource.fields.get(name)
  return !field || (field.description.kind === 'array' && field.choices !== undefined)
}

function textOf(value: unknown, many: boolean): FormText {
  const items = itemsOf(value)
    .filter((item) => typeof item === 'string')
    .map(withPlainBreaks)
  return many ? items.filter(Boolean) : (items.at(-1) ?? '')
}

/** Lists arrive as lists, or by their numbers when there are many. */
function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.values(value) : [value]
}
