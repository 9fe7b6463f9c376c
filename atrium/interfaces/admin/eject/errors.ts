import { createError } from '@adonisjs/core/exceptions'

/** What is to be ejected was named wrongly, or not at all. */
export const E_CANNOT_EJECT = createError<[problem: string]>('%s', 'E_CANNOT_EJECT', 422)
