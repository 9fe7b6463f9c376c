import type { Label } from '#atrium/resource/main'

import type { Shown } from './shown.ts'
import { addressOf } from '../rows/addresses.ts'
import type { AdminContext } from '../admin_context.ts'

/**
 * What is printed for the row on the other side of a to-one relation: a link to it where whoever acts
 * may open it.
 */
export function presentLabel(
  target: string,
  label: Label | null | undefined,
  admin: AdminContext
): Shown {
  if (!label) return { look: 'none' }
  if (!admin.serviceNamed(target).access.may('show')) return { look: 'text', text: label.title }

  const address = addressOf({ name: target }, label.key)
  return { look: 'link', address, text: label.title, leadsOutside: false }
}
