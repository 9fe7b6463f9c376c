import { isApiRequest } from '../api.ts'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'

const initializeAuth = new InitializeAuthMiddleware()

/**
 * Finds out who is asking, where there is a session or, at the APIs, a token to tell. Without one
 * nobody is signed in, and nothing is looked up.
 */
export default class VisitorMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    return initializeAuth.handle(ctx, async () => {
      if (isApiRequest(ctx.request)) {
        await this.#recognizeByToken(ctx)
      } else if (ctx.session) {
        await ctx.auth.check()
      }

      return next()
    })
  }

  async #recognizeByToken({ auth, request }: HttpContext) {
    if (request.header('authorization')) {
      await auth.checkUsing(['api'])
    }
  }
}
