import { createError } from '@adonisjs/core/exceptions'
import { allowedHosts, appUrl } from '#config/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

import { isAt } from '../path.ts'
import { hostnameIn, KnownHosts, namesTwoHosts } from '../requests/hosts.ts'

const E_MALFORMED_HOST = createError(
  'The Host header is not one host name',
  'E_MALFORMED_HOST',
  400
)
const E_UNKNOWN_HOST = createError<[name: string]>(
  'This server does not answer for "%s". If it should, add the name to ALLOWED_HOSTS',
  'E_UNKNOWN_HOST',
  421
)

const knownHosts = new KnownHosts(appUrl, allowedHosts)

/**
 * Answers only under our own names. The probes of a load balancer come by address, so the health
 * checks, which say nothing about it, answer under every name.
 */
export default class KnownHostsMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (isAt(request.url(), '/health')) {
      return next()
    }

    const hostname = hostnameIn(request.host())
    if (!hostname || namesTwoHosts(request.request.rawHeaders)) {
      throw new E_MALFORMED_HOST()
    }

    if (!knownHosts.has(hostname)) {
      throw new E_UNKNOWN_HOST([hostname])
    }

    return next()
  }
}
