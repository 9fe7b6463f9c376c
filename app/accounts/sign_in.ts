import type { HttpContext } from '@adonisjs/core/http'
import { RememberMeToken } from '@adonisjs/auth/session'

import type User from './models/user.ts'
import { SessionStore } from './drivers/session_store.ts'
import type { Staying } from './models/user/signed_in.ts'

/**
 * How long signing in counts as proof of who sits at the screen, in milliseconds.
 */
const PROOF_LASTS = 15 * 60_000

/**
 * Signs somebody in, in a session with a new id.
 */
export async function signIn({ auth, session }: HttpContext, user: User, remember = false) {
  await auth.use('web').login(user, remember)
  session.put('signed_in_at', Date.now())
}

/**
 * Signs out whoever is signed in. Nothing of theirs stays in the session.
 */
export async function signOut({ auth, session }: HttpContext) {
  await auth.use('web').logout()
  session.clear()
  session.regenerate()
}

/**
 * Whether the visitor showed who they are a moment ago. Being remembered is no such proof.
 */
export function hasJustSignedIn({ session }: HttpContext) {
  return Date.now() - session.get('signed_in_at', 0) < PROOF_LASTS
}

/**
 * What belongs to the browser that the request comes from.
 */
export function thisBrowser({ auth, request, session }: HttpContext): Staying {
  const cookie = request.encryptedCookie(auth.use('web').rememberMeKeyName)

  return {
    session: SessionStore.digest(session.sessionId),
    rememberMe: RememberMeToken.decode(cookie)?.identifier,
  }
}
