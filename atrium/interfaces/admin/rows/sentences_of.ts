/**
 * What a refused write says, as one text after what could not be done. What is our own fault is thrown
 * again.
 */
export function sentencesOf(error: any, beginning: string) {
  if (error?.code === 'E_VALIDATION_ERROR') {
    const messages = error.messages.map((one: { field: string; message: string }) =>
      /^\p{Ll}/u.test(one.message) ? `${one.field} ${one.message}` : one.message
    )
    return `${beginning} ${messages.join('. ')}.`
  }
  if (error?.status >= 400 && error?.status < 500) return `${beginning} ${error.message}.`
  throw error
}
