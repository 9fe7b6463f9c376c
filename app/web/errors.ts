import { Exception } from '@adonisjs/core/exceptions'

/**
 * What was asked for does not exist, or may not be known to exist. `resource` is its plain name:
 * "article", "comment", "profile".
 */
export const E_RESOURCE_NOT_FOUND = class ResourceNotFound extends Exception {
  static status = 404
  static code = 'E_RESOURCE_NOT_FOUND'

  constructor(readonly resource: string) {
    super(`There is no such ${resource}`)
  }
}

/**
 * Whoever asks may not do this to the resource.
 */
export const E_NOT_ALLOWED = class NotAllowed extends Exception {
  static status = 403
  static code = 'E_NOT_ALLOWED'

  constructor(readonly resource: string) {
    super(`You may not do this to this ${resource}`)
  }
}

/**
 * Somebody else has this already: a username, an email address.
 */
export const E_ALREADY_TAKEN = class AlreadyTaken extends Exception {
  static status = 409
  static code = 'E_ALREADY_TAKEN'

  constructor(readonly field: string) {
    super(`This ${field} has already been taken`)
  }
}
