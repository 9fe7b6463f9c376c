import type { HttpRequest } from '@adonisjs/core/http'

/**
 * Tells whether a request is made to the JSON APIs, which know tokens and no cookies.
 */
export function isApiRequest(request: HttpRequest): boolean {
  const path = request.url()
  return path === '/api' || path.startsWith('/api/')
}
