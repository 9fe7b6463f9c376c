import { sessionCookieName } from '#config/session'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import SessionMiddleware from '@adonisjs/session/session_middleware'

import { isApiRequest } from '../api.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
const SESSION_COOKIES = [sessionCookieName, 'remember_web']

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
    if (!this.#needsSession(ctx)) {
      return next()
    }

    const session = await ctx.containerResolver.make(SessionMiddleware)
    return session.handle(ctx, next)
  }

  #needsSession({ request }: HttpContext) {
    if (!SAFE_METHODS.includes(request.method())) {
      return true
    }

    const cookies = request.header('cookie') ?? ''
    return SESSION_COOKIES.some((name) => cookies.includes(`${name}=`))
  }
}
