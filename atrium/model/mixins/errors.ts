import { createError } from '@adonisjs/core/exceptions'

/**
 * Somebody else changed or deleted the row since it was read. 409 says so to whoever asked; 412 is
 * for requests that named a version themselves, with `If-Match`, which a model knows nothing of.
 */
export const E_STALE_ROW = createError<[model: string, key: string]>(
  '%s %s was changed or deleted since it was read. Read it again, and make the change anew',
  'E_STALE_ROW',
  409
)

/**
 * A model is to have slugs, but does not say which field they are made from.
 */
export const E_SLUG_FROM_NOTHING = createError<[model: string]>(
  '%s is Sluggable, but no field of it says what the slug is made from. Declare one with "@field.slug({ from: \'title\' })", where "title" is another field',
  'E_SLUG_FROM_NOTHING',
  500
)
