import { createError } from '@adonisjs/core/exceptions'

/**
 * A factory has given every value that a unique field can hold, as far as it could find out.
 */
export const E_NO_MORE_VALUES = createError<[field: string, count: number]>(
  '%s is unique, and the factory finds no other value for it after %d. Give it one with "merge"',
  'E_NO_MORE_VALUES',
  500
)

/**
 * A factory does not know what a required field can hold.
 */
export const E_NOT_MADE_UP = createError<[field: string]>(
  'A factory cannot make up what %s holds. Give it a value: "factoryFor(Model, () => ({ ... }))", or with "merge"',
  'E_NOT_MADE_UP',
  500
)

/**
 * A row needs another one, which needs the first.
 */
export const E_ROWS_IN_CIRCLE = createError<[field: string, circle: string]>(
  'To make a row for %s the factory would need one of the rows that it is about to make: %s. Give it one with "merge"',
  'E_ROWS_IN_CIRCLE',
  500
)
