import type { HttpContext } from '@adonisjs/core/http'

/**
 * Parts of a path that open something: links from mails carry a token.
 */
const SECRET_PARAMS = /token|secret|code|key|signature/i

/**
 * Where no route is known, whatever is long enough to be a token counts as one.
 */
const LOOKS_SECRET = /[\w.~-]{32,}/g

/**
 * The path of a request as a log may keep it: without the query, which may hold anything, and
 * without tokens.
 */
export function loggablePath({ request, route, params }: HttpContext) {
  const path = request.url()

  if (!route) {
    return path.replace(LOOKS_SECRET, '[secret]')
  }

  return Object.entries(params)
    .filter(([name]) => SECRET_PARAMS.test(name))
    .reduce((masked, [, value]) => masked.replaceAll(String(value), '[secret]'), path)
}
