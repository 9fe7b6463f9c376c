import { GUEST, MEMBER, type Actor } from '#atrium/resource/main'
import { errors } from '@vinejs/vine'

import { KEPT } from './list_address.ts'

type Sent = Record<string, unknown>

/**
 * What the form of a saved view says.
 *
 * @throws E_VALIDATION_ERROR it has no name, or is shared with a role that whoever acts does not have
 */
export function viewSent(body: Sent, actor: Actor) {
  const name = typeof body.name === 'string' ? body.name.trim() : ''
  if (name === '' || name.length > 80) throw refused('name', 'needs 1 to 80 characters')

  const role = typeof body.sharedWith === 'string' ? body.sharedWith : ''
  if (role && !actor.isAdministrator && !rolesToShareWith(actor).includes(role)) {
    throw refused('sharedWith', 'is a role that you do not have')
  }

  const sent = (typeof body.query === 'object' && body.query !== null ? body.query : {}) as Sent
  const query = Object.fromEntries(
    KEPT.flatMap((part) => (typeof sent[part] === 'string' ? [[part, sent[part] as string]] : []))
  )
  return { name, query, sharedWith: role || null, isDefault: body.isDefault !== undefined }
}

/**
 * Roles that somebody has with others. What everybody is to see is for administrators to say: a list
 * opens with it.
 */
export function rolesToShareWith({ roles }: Actor): string[] {
  return [...roles].filter((name) => name !== MEMBER && name !== GUEST)
}

function refused(field: string, message: string) {
  return new errors.E_VALIDATION_ERROR([{ field, message, rule: 'view' }])
}
