import { createError, Exception } from '@adonisjs/core/exceptions'
import type { Resource } from '#atrium/resource/main'

type Problem = { field: string; message: string }

/** A line of a file cannot be imported. */
export const E_LINE_REFUSED = createError<[reason: string]>('%s', 'E_LINE_REFUSED', 422)

/**
 * Why a row was not written, for whoever looks after it: what was wrong with its fields, or what the
 * service said.
 *
 * @throws what is no answer but a fault of ours
 */
export function reasonOf(error: any, resource: Resource): string {
  if (error?.code === 'E_VALIDATION_ERROR' && Array.isArray(error.messages)) {
    return (error.messages as Problem[]).map((problem) => sentence(problem, resource)).join('; ')
  }
  if (error instanceof Exception && error.status < 500) return error.message
  throw error
}

/** Phrases go on after the field's name; what begins with a capital is a sentence already. */
function sentence({ field, message }: Problem, resource: Resource) {
  const label = resource.fields.get(field)?.label ?? field
  return /^\p{Ll}/u.test(message) ? `${label} ${message}` : message
}
