import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const SPOOFABLE = ['PUT', 'PATCH', 'DELETE']

/**
 * Lets a form, which can only POST, ask for PUT, PATCH or DELETE by `?_method=`. Nothing else can
 * be asked for: a POST that became a GET would slip past the CSRF check.
 */
export default class MethodSpoofingMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const wanted = request.method() === 'POST' ? request.qs()._method : undefined

    if (typeof wanted === 'string' && SPOOFABLE.includes(wanted.toUpperCase())) {
      request.request.method = wanted.toUpperCase()
    }

    return next()
  }
}
