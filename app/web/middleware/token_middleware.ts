import { E_NOT_ALLOWED } from '../errors.ts'
import { SAFE_METHODS } from '../safe_methods.ts'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Only lets programs through that bring a good token, and only as far as it goes: reading takes
 * the ability `read`, everything else `write`. Nothing is looked up for anybody else, not even
 * whether what they ask for exists.
 */
export default class TokenMiddleware {
  async handle({ auth, request }: HttpContext, next: NextFn) {
    await auth.authenticateUsing(['api'])

    const needed = SAFE_METHODS.includes(request.method()) ? 'read' : 'write'
    if (!auth.use('api').token!.abilities.includes(needed)) {
      throw new E_NOT_ALLOWED('token')
    }

    return next()
  }
}
