import { Exception, createError } from '@adonisjs/core/exceptions'

/**
 * A filter cannot be read, or asks for what there is not: says where, and what to write instead.
 */
export const E_FILTER = class FilterError extends Exception {
  static code = 'E_FILTER'
  static status = 400

  /**
   * @param problem a sentence without its full stop
   * @param position the character of the text, from 0; undefined for what code put together
   */
  constructor(
    readonly problem: string,
    readonly position?: number
  ) {
    super(position === undefined ? problem : `At ${position}: ${problem}`)
  }
}

/** Days of the actor begin in a zone that there is not. */
export const E_UNKNOWN_ZONE = createError<[zone: string]>(
  'There is no time zone "%s". Give the actor one such as "Europe/Berlin"',
  'E_UNKNOWN_ZONE',
  500
)
