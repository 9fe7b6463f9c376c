import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Keeps people who are signed in away from pages that make no sense to them.
 */
export default class GuestMiddleware {
  handle({ auth, response }: HttpContext, next: NextFn) {
    if (auth.isAuthenticated) {
      return response.redirect().toPath('/')
    }

    return next()
  }
}
