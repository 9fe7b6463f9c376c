import type { Resource, Row } from '#atrium/resource/main'

import { rowName } from './row_name.ts'
import type { AdminContext } from '../admin_context.ts'
import type { RowForm } from '../forms/row_form.ts'

/** Where a row is shown. */
export function addressOf(resource: Resource, key: string) {
  return `/admin/${resource.name}/${encodeURIComponent(key)}`
}

/** What a form is about. */
export function titleOf(
  { reader, resource }: AdminContext,
  row?: Row,
  original?: { key: string; title: string }
) {
  const { i18n } = reader
  if (row) return i18n.t('admin_form.page.edit', { title: rowName(resource, row) })
  return original
    ? i18n.t('admin_form.page.duplicate', { title: rowName(resource, original) })
    : i18n.t('admin.act.new', { label: resource.label })
}

/**
 * Where a saved form leads: to the row, on with it, or to another new one that begins with what was
 * chosen for this one.
 */
export function addressAfter(admin: AdminContext, form: RowForm, key: string, then: unknown) {
  const { resource } = admin
  const row = addressOf(resource, key)

  if (then === 'continue') return `${row}/edit`
  if (then === 'another') return `/admin/${resource.name}/new?${chosenIn(form)}`
  return admin.service.access.may('show') ? row : `/admin/${resource.name}`
}

/** Relations and words that are chosen from a list are likely to be the same for the next one. */
function chosenIn({ plan, texts }: RowForm) {
  const query = new URLSearchParams()

  for (const name of plan.names) {
    const field = plan.resource.fields.get(name)
    const text = texts.fields[name]
    const isChosen = field?.relation !== undefined || field?.choices !== undefined
    if (isChosen && typeof text === 'string' && text !== '') query.set(name, text)
  }
  return query
}
