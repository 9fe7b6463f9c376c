import { isApiRequest } from '../api.ts'
import auth from '@adonisjs/auth/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { resumeImpersonation } from '#atrium/interfaces/admin/main'

/**
 * Finds out who is asking, where there is a session or, at the APIs, a token to tell. Without one
 * nobody is signed in, and nothing is looked up. The stock middleware would also make a renderer
 * for answers that have no template.
 */
export default class VisitorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.auth = auth.createAuthenticator(ctx)

    if (isApiRequest(ctx.request)) {
      await this.#recognizeByToken(ctx)
    } else if (ctx.session) {
      ctx.view.share({ auth: ctx.auth })
      await ctx.auth.check()
      await resumeImpersonation(ctx)
    }

    return next()
  }

  async #recognizeByToken({ auth: visitor, request }: HttpContext) {
    if (request.header('authorization')) {
      await visitor.checkUsing(['api'])
    }
  }
}
