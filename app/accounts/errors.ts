import { Exception } from '@adonisjs/core/exceptions'

/**
 * More passwords wait to be hashed than can be done in a reasonable time.
 */
export const E_TOO_MANY_PASSWORDS = class TooManyPasswords extends Exception {
  static status = 503
  static code = 'E_TOO_MANY_PASSWORDS'

  /** Seconds after which another try makes sense */
  readonly response = { availableIn: 2 }

  constructor() {
    super('Too many people are signing in at this moment. Try again in a few seconds')
  }
}
