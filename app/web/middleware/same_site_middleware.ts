import { appUrl } from '#config/app'
import { createError } from '@adonisjs/core/exceptions'
import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

import { isApiRequest } from '../api.ts'
import { SAFE_METHODS } from '../safe_methods.ts'

const E_FOREIGN_FORM = createError(
  'This was sent from a page of another site, so nothing was changed',
  'E_FOREIGN_FORM',
  403
)

const ownHost = new URL(appUrl).host

/**
 * Refuses changes that a page of another site asks for, before a session is opened. The CSRF token
 * would refuse them too, but the answer would carry a new session and sign the reader out.
 */
export default class SameSiteMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (
      !SAFE_METHODS.includes(request.method()) &&
      !isApiRequest(request) &&
      this.#isForeign(request)
    ) {
      throw new E_FOREIGN_FORM()
    }

    return next()
  }

  /**
   * Browsers say where a request comes from; programs say nothing.
   */
  #isForeign(request: HttpRequest) {
    const site = request.header('sec-fetch-site')
    if (site) {
      return !['same-origin', 'none'].includes(site)
    }

    const origin = request.header('origin')
    return origin !== undefined && ![request.host(), ownHost].includes(hostOf(origin))
  }
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null
}
