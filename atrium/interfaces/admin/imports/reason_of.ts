import { createError } from '@adonisjs/core/exceptions'
import type { Resource } from '#atrium/resource/main'

type Problem = { field: string; message: string }

/** A line of a file cannot be imported. */
export const E_LINE_REFUSED = createError<[reason: string]>('%s', 'E_LINE_REFUSED', 422)

/** Whether the service says what is wrong with fields. */
export function isAnswer(error: any): error is { messages: Problem[] } {
  return error?.code === 'E_VALIDATION_ERROR' && Array.isArray(error.messages)
}

/** What was wrong with the fields of a row, for whoever looks after it. */
export function reasonOf({ messages }: { messages: Problem[] }, resource: Resource): string {
  return messages.map((problem) => sentence(problem, resource)).join('; ')
}

/** Phrases go on after the field's name; what begins with a capital is a sentence already. */
function sentence({ field, message }: Problem, { fields, relations }: Resource) {
  const [name] = field.split('.')
  const label = (fields.get(name) ?? relations.get(name))?.label ?? field
  return /^\p{Ll}/u.test(message) ? `${label} ${message}` : message
}
