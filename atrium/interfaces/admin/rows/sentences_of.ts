import { isValidationError } from '#atrium/resource/main'

import { labelled } from '../forms/labelled.ts'

/**
 * What a refused write says, as one text after what could not be done. What is our own fault is thrown
 * again.
 */
export function sentencesOf(error: any, beginning: string) {
  if (isValidationError(error)) {
    const messages = error.messages.map(({ field, message }) => labelled(field, message))
    return `${beginning} ${messages.join('. ')}.`
  }
  if (error?.status >= 400 && error?.status < 500) return `${beginning} ${error.message}.`
  throw error
}
