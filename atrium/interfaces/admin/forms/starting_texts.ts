import type { Row } from '#atrium/resource/main'

import { formText } from './form_text.ts'
import { storedTexts } from './stored_texts.ts'
import { typedTexts } from './typed_texts.ts'
import type { AdminContext } from '../admin_context.ts'
import type { FormPlan } from './form_plan.ts'
import { type InlineTexts, type RowTexts, emptyTexts, overlaid } from './row_texts.ts'

/**
 * What the form of a new row begins with: the defaults of the fields, what the policy presets, and what
 * the address says, as `?status=draft` or `?like[status]=draft`.
 */
export function startingTexts(
  admin: AdminContext,
  plan: FormPlan,
  query: Record<string, unknown> = {}
): RowTexts {
  const { zone } = admin.reader
  const preset: Record<string, unknown> = plan.resource.policy?.preset(admin.actor) ?? {}
  const texts = emptyTexts()

  for (const name of plan.names) {
    const field = plan.resource.fields.get(name)
    if (!field) {
      texts.fields[name] = []
      continue
    }
    const { default: fallback } = field.description
    const isLiteral = ['string', 'number', 'bigint', 'boolean'].includes(typeof fallback)
    texts.fields[name] = formText(field, preset[name] ?? (isLiteral ? fallback : null), zone)
  }
  for (const { relation } of plan.inlines) texts.inlines[relation.name] = []

  return overlaid(texts, { ...typedTexts(plan, query), inlines: {} })
}

/**
 * What the form of a copy begins with: all that the row has, but no file, and nothing that only one row
 * may have.
 */
export async function copiedTexts(
  admin: AdminContext,
  plan: FormPlan,
  row: Row
): Promise<RowTexts> {
  const stored = await storedTexts(admin, plan, row, new Set())
  return withoutOwn(plan, overlaid(startingTexts(admin, plan), stored))
}

function withoutOwn(plan: FormPlan, texts: RowTexts): RowTexts {
  const fields = Object.fromEntries(
    Object.entries(texts.fields).map(([name, text]) => [name, isOwn(plan, name) ? '' : text])
  )
  const inlines = Object.fromEntries(
    plan.inlines.map(({ relation, plan: inner }) => [
      relation.name,
      (texts.inlines[relation.name] ?? []).map((row): InlineTexts =>
        withoutOwn(inner, { fields: row.fields, inlines: row.inlines })
      ),
    ])
  )
  return { fields, inlines }
}

function isOwn({ resource }: FormPlan, name: string) {
  const description = resource.fields.get(name)?.description
  if (!description) return false
  return description.unique || ['slug', 'file', 'image'].includes(description.kind)
}
