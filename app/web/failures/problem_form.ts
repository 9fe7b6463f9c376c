import type { Failure } from './failure.ts'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * Answers with `application/problem+json` (RFC 9457). `type` is stable and names the kind of
 * problem; `instance` is the request's id, which our logs know.
 */
export function answerAsProblem(failure: Failure, { request, response }: HttpContext) {
  response
    .status(failure.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(problemOf(failure, request.id()!))
}

/**
 * The document itself.
 */
export function problemOf(failure: Failure, requestId: string) {
  return {
    type: `urn:problem:${nameOf(failure.code)}`,
    title: failure.title,
    status: failure.status,
    detail: failure.detail,
    instance: `urn:request:${requestId}`,
    ...(failure.fields && {
      errors: failure.fields.map(({ field, code, message }) => ({
        pointer: pointerTo(field),
        code,
        message,
      })),
    }),
  }
}

function nameOf(code: string) {
  return code.replace(/^E_/, '').toLowerCase().replaceAll('_', '-')
}

/**
 * A JSON pointer (RFC 6901): `tagList.2` becomes `/tagList/2`.
 */
function pointerTo(field: string) {
  return field
    .split('.')
    .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}
