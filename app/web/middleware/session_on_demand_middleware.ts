import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import SessionMiddleware from '@adonisjs/session/session_middleware'

import { isApiRequest } from '../api.ts'
import { SAFE_METHODS } from '../safe_methods.ts'
import { hasSessionCookie } from '../session_cookies.ts'

/**
 * Opens a session for those who have one and for those who change something, so that reading
 * anonymously costs and sets nothing. The APIs never have one.
 */
export default class SessionOnDemandMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (isApiRequest(ctx.request)) {
      return next()
    }

    ctx.response.vary('Cookie')
    if (SAFE_METHODS.includes(ctx.request.method()) && !hasSessionCookie(ctx.request)) {
      return next()
    }

    /**
     * What is shown within a session is for one person: it holds their name and their form tokens.
     */
    ctx.response.header('Cache-Control', 'no-store')

    const session = await ctx.containerResolver.make(SessionMiddleware)
    return session.handle(ctx, next)
  }
}
