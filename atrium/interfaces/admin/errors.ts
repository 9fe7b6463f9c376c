import { createError } from '@adonisjs/core/exceptions'

/** Whoever is signed in may do nothing in the admin. */
export const E_NO_ADMIN = createError(
  'The admin is for people with a role that lets them see something there. Ask an administrator for one',
  'E_NO_ADMIN',
  403
)

/** A cell cannot be edited: there is no such field, or whoever acts may not change it. */
export const E_NO_CELL = createError<[resource: string, field: string]>(
  '"%s" has no field "%s" that you may change in a list',
  'E_NO_CELL',
  404
)

/** A view cannot be found among those that whoever acts may see. */
export const E_NO_VIEW = createError('There is no such view, or it is not yours', 'E_NO_VIEW', 404)
