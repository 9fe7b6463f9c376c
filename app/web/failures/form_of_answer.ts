import type { HttpRequest } from '@adonisjs/core/http'

import { isAt } from '../path.ts'

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

  return wantsPage(request) && !isAt(path, '/health') ? 'page' : 'problem'
}

/**
 * Whoever takes anything is believed to speak what they sent.
 */
function wantsPage(request: HttpRequest) {
  const preferred = request.is(['json']) ? ['json', 'html'] : ['html', 'json']
  return request.accepts(preferred) === 'html'
}
