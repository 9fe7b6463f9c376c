import { createError } from '@adonisjs/core/exceptions'

/**
 * A key came back from the database that a JavaScript number cannot hold exactly.
 */
export const E_ID_OUT_OF_RANGE = createError<[value: string]>(
  'The id "%s" is no whole number between -9007199254740991 and 9007199254740991, so a JavaScript number would change it. Declare the key with "@field.bigint" instead',
  'E_ID_OUT_OF_RANGE',
  500
)
