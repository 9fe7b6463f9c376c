import { errors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

import FormMiddleware from './form_middleware.ts'
import { formOfAnswer } from '../failures/form_of_answer.ts'

const form = new FormMiddleware()

/**
 * Only lets people through who are signed in. Others are sent to the sign-in page, which leads
 * them back afterwards.
 */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (ctx.auth.isAuthenticated) {
      return next()
    }

    if (formOfAnswer(ctx.request) !== 'page') {
      throw new errors.E_UNAUTHORIZED_ACCESS('Nobody is signed in', { guardDriverName: 'session' })
    }

    await form.handle(ctx, async () => {
      ctx.response.redirect().status(303).withIntendedUrl().toPath('/login')
    })
  }
}
