import type { Gate } from '#atrium/resource/main'

import type User from '../models/user.ts'

/** What everybody sees of a person. What they sign in with is theirs, whatever roles are granted */
export const PROFILE = ['username', 'bio', 'image'] as const

/**
 * Asks whether somebody may change this in their profile. What stays as it was takes no right.
 *
 * @throws E_NOT_ALLOWED
 */
export async function authorizeProfile(
  gate: Gate,
  user: User,
  changes: { [K in (typeof PROFILE)[number]]?: string | null }
) {
  const fields = PROFILE.filter(
    (name) => changes[name] !== undefined && plain(changes[name]) !== plain(user[name])
  )
  if (fields.length) await gate.authorize('update', user, fields)
}

/** Forms send lines as browsers end them, and nothing as empty text. */
function plain(text: string | null | undefined) {
  return (text ?? '').replaceAll('\r\n', '\n')
}
