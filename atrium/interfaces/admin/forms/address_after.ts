import { addressOf } from '../rows/addresses.ts'
import type { AdminContext } from '../admin_context.ts'
import type { RowForm } from './row_form.ts'

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
