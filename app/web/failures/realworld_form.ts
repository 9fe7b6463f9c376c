import type { Failure } from './failure.ts'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * What an API request is wrapped in. RealWorld's errors name the field without it.
 */
const WRAPPERS = /^(user|article|comment)\./

/**
 * Answers the way that RealWorld's clients expect: `{ "errors": { "title": ["can't be blank"] } }`.
 */
export function answerInRealWorldForm(failure: Failure, { request, response }: HttpContext) {
  response.status(failure.status).json({ errors: errorsOf(failure, request.id()!) })
}

function errorsOf(failure: Failure, requestId: string) {
  const { fields } = failure
  if (!fields?.length) {
    const phrase = failure.status < 500 ? failure.phrase : `${failure.phrase} (${requestId})`
    return { [failure.key]: [phrase] }
  }

  const byField = Map.groupBy(fields, ({ field }) => keyOf(field))
  return Object.fromEntries(
    Array.from(byField, ([field, failures]) => [field, failures.map(({ message }) => message)])
  )
}

/**
 * An entry of a list is filed under the list: `article.tagList.2` under `tagList`.
 */
function keyOf(field: string) {
  return field.replace(WRAPPERS, '').replace(/\.\d+/g, '')
}
