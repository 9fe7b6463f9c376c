import { resources } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * The screen of the admin that a button was pressed on; the first one when the browser does not say, or
 * when what it says is elsewhere. Instead of the page of a row that is gone, the list.
 */
export async function backAddress({ admin, request }: HttpContext) {
  const referer = request.header('referer')
  if (!referer || !URL.canParse(referer)) return '/admin'

  const { host, pathname, search } = new URL(referer)
  if (host !== request.host() || !/^\/admin(\/|$)/.test(pathname)) return '/admin'

  const [, , name, key, screen] = pathname.split('/')
  if (key === undefined || !resources.has(name) || screen === 'history') return pathname + search

  const service = admin.serviceNamed(name)
  const [row] = await service.labelsOf([decodeURIComponent(key)])
  return row ? pathname + search : `/admin/${name}`
}
