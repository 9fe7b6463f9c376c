import { createError } from '@adonisjs/core/exceptions'

/**
 * More passwords wait to be hashed than can be done in a reasonable time.
 */
export const E_TOO_MANY_PASSWORDS = createError(
  'Too many people are signing in at this moment. Try again in a few seconds',
  'E_TOO_MANY_PASSWORDS',
  503
)
