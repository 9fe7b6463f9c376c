import { sessionCookieName } from '#config/session'
import type { HttpRequest } from '@adonisjs/core/http'

const SESSION_COOKIES = [sessionCookieName, 'remember_web']

/**
 * Whether a browser says that it has a session, or is remembered. What it says may be outdated.
 */
export function hasSessionCookie(request: HttpRequest) {
  const cookies = request.header('cookie') ?? ''
  return SESSION_COOKIES.some((name) => cookies.includes(`${name}=`))
}
