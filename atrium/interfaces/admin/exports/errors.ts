import { createError } from '@adonisjs/core/exceptions'

/** A list was asked for as a kind of file that is not written. */
export const E_NO_SUCH_FORMAT = createError<[known: string]>(
  'Lists are exported as one of these: %s',
  'E_NO_SUCH_FORMAT',
  400
)
