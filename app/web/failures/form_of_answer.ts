import type { HttpRequest } from '@adonisjs/core/http'

/**
 * How a failure is written down: for people in a page, for programs in RealWorld's form, for all
 * other programs as `application/problem+json` (RFC 9457).
 */
export type FormOfAnswer = 'page' | 'realworld' | 'problem'

/**
 * Chooses the form by who is likely to read it: the address decides before the Accept header.
 */
export function formOfAnswer(request: HttpRequest): FormOfAnswer {
  const path = request.url()

  if (isAt(path, '/api')) {
    return isAt(path, '/api/v1') ? 'problem' : 'realworld'
  }

  const wantsPage = request.accepts(['html', 'json']) === 'html'
  return wantsPage && !isAt(path, '/health') ? 'page' : 'problem'
}

function isAt(path: string, prefix: string) {
  return path === prefix || path.startsWith(`${prefix}/`)
}
