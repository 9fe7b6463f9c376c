import { Exception } from '@adonisjs/core/exceptions'

/**
 * A file cannot become an article. `line` says where the reason is, if it is in one line.
 */
export const E_POST_REFUSED = class PostRefused extends Exception {
  static status = 422
  static code = 'E_POST_REFUSED'

  constructor(
    reason: string,
    readonly line?: number
  ) {
    super(reason)
  }
}
