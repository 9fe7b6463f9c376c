import { errors } from '@adonisjs/core'
import { createError } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

import { isWellFormed } from '../validation/well_formed.ts'

const E_MALFORMED_ADDRESS = createError(
  'The address of this request cannot be understood',
  'E_MALFORMED_ADDRESS',
  400
)

/**
 * Lets only plain addresses through: a path from the root with one meaning, and text that can be
 * stored. `//admin` could pass one check as another page than the one it leads to.
 */
export default class PlainAddressMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const path = request.url()

    if (!request.request.url!.startsWith('/') || /%00/.test(request.parsedUrl.query ?? '')) {
      throw new E_MALFORMED_ADDRESS()
    }

    if (path.includes('//') || !isWellFormed(path)) {
      throw new errors.E_ROUTE_NOT_FOUND([request.method(), path])
    }

    return next()
  }
}
