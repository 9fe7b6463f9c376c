import type { HttpRequest } from '@adonisjs/core/http'

import { isAt } from './path.ts'

/**
 * Tells whether a request is made to the JSON APIs, which know tokens and no cookies.
 */
export function isApiRequest(request: HttpRequest): boolean {
  return isAt(request.url(), '/api')
}
