import { isAt } from './path.ts'
import { isApiRequest } from './api.ts'
import { Actor } from '#atrium/resource/main'
import type { HttpContext, HttpRequest } from '@adonisjs/core/http'

/**
 * Whoever asks, as far as the request has found out by now.
 */
export function actorOf({ auth, impersonation, request }: HttpContext): Actor {
  return Actor.of(auth?.user, {
    interface: interfaceOf(request),
    impersonator: impersonation?.identity,
  })
}

function interfaceOf(request: HttpRequest) {
  if (isApiRequest(request)) return 'api'
  return isAt(request.url(), '/admin') ? 'admin' : 'pages'
}
