import { resources } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * The screen of the admin that a button was pressed on; the first one when the browser does not say, or
 * when what it says is elsewhere. Instead of the page of a row that is gone, the list.
 */
export async function backAddress({ admin, request }: HttpContext) {
  const from = cameFrom(request)
  if (!from || !URL.canParse(from)) return '/admin'

  const { host, pathname, search } = new URL(from)
  if (host !== request.host() || !/^\/admin(\/|$)/.test(pathname)) return '/admin'

  const [, , name, key, screen] = pathname.split('/')
  if (key === undefined || !resources.has(name) || screen === 'history') return pathname + search

  const service = admin.serviceNamed(name)
  const [row] = await service.labelsOf([decodeURIComponent(key)])
  return row ? pathname + search : `/admin/${name}`
}

/** Where the button was, also when a page in between asked for something more. */
export function cameFrom(request: HttpContext['request']): string | undefined {
  const kept = request.input('_from')
  return typeof kept === 'string' ? kept : request.header('referer')
}
