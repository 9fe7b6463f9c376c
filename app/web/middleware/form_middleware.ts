import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import SessionMiddleware from '@adonisjs/session/session_middleware'

import CsrfMiddleware from './csrf_middleware.ts'

const csrf = new CsrfMiddleware()

/**
 * For routes that show a form to people without a session: opens one, so that the form can carry
 * its token and what was typed before.
 */
export default class FormMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (ctx.session) {
      return next()
    }

    ctx.response.header('Cache-Control', 'no-store')

    const session = await ctx.containerResolver.make(SessionMiddleware)
    return session.handle(ctx, () => csrf.handle(ctx, next))
  }
}
