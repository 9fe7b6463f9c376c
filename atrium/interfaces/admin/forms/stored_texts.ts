import type { Row } from '#atrium/resource/main'

import { formText } from './form_text.ts'
import type { AdminContext } from '../admin_context.ts'
import type { FormPlan, InlinePlan } from './form_plan.ts'
import { type InlineTexts, type RowTexts, emptyTexts } from './row_texts.ts'

/** Inline rows that a form has: there may be thousands */
export const INLINE_ROWS = 50

/** Rows that may be linked to one, for a form to change which */
const LINKED_ROWS = 200

/**
 * What a form of a row shows before anybody has typed. Names of relations with too many rows for a form
 * are added to `beyond`, so that the form leaves them alone.
 */
export async function storedTexts(
  admin: AdminContext,
  plan: FormPlan,
  row: Row,
  beyond: Set<string>
): Promise<RowTexts> {
  const texts = fieldTexts(admin, plan, row)

  for (const name of plan.names.filter((one) => !plan.resource.fields.has(one))) {
    const keys = await linkedKeys(admin, plan, name, row.key)
    if (keys) texts.fields[name] = keys
    else beyond.add(beyondOf(plan, name))
  }
  for (const inline of plan.inlines) {
    texts.inlines[inline.relation.name] = await inlineTexts(admin, plan, inline, row.key, beyond)
  }
  return texts
}

function fieldTexts(admin: AdminContext, plan: FormPlan, row: Row): RowTexts {
  const texts = emptyTexts()
  for (const name of [...plan.names, ...plan.fixed]) {
    const field = plan.resource.fields.get(name)
    if (field) texts.fields[name] = formText(field, row.values[name], admin.reader.zone)
  }
  return texts
}

async function linkedKeys(admin: AdminContext, plan: FormPlan, name: string, key: string) {
  const { target } = plan.resource.relation(name)
  const page = await admin.serviceOf(target).list({
    related: { resource: plan.resource.name, key, relation: name },
    size: LINKED_ROWS,
    fields: [],
  })
  return page.next ? undefined : page.rows.map((row) => row.key)
}

async function inlineTexts(
  admin: AdminContext,
  { resource }: FormPlan,
  { relation, plan }: InlinePlan,
  key: string,
  beyond: Set<string>
): Promise<InlineTexts[]> {
  const { order } = relation.inline!
  const page = await admin.serviceOf(relation.target).list({
    related: { resource: resource.name, key, relation: relation.name },
    size: INLINE_ROWS,
    fields: [...plan.names, ...plan.fixed].filter((name) => isReadable(admin, plan, name)),
    ...(order && { sort: [{ path: [order], direction: 'asc' as const }] }),
  })
  if (page.next) beyond.add(`${resource.name}.${relation.name}`)

  const rows: InlineTexts[] = []
  for (const row of page.rows) {
    rows.push({ ...(await storedTexts(admin, plan, row, beyond)), key: row.key })
  }
  return rows
}

function isReadable(admin: AdminContext, { resource }: FormPlan, name: string) {
  return resource.fields.has(name) && admin.serviceOf(resource).access.readable.has(name)
}

/** How a relation is named among those with too many rows for a form. */
export function beyondOf({ resource }: FormPlan, name: string) {
  return `${resource.name}.${name}`
}
