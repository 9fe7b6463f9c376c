import { errors } from '@vinejs/vine'

import { Attempts } from './attempts.ts'
import type User from './models/user.ts'

/**
 * Makes sure that it is the user who sits at the screen, before something that gives access to
 * the account or cannot be undone.
 *
 * @param field the form's field that the password was typed into
 * @throws E_VALIDATION_ERROR it is not the user's password
 * @throws E_TOO_MANY_REQUESTS it was tried too often
 */
export async function confirmPassword(user: User, password: string | undefined, field: string) {
  if (password === undefined) {
    throw failure(field, 'is needed for this change, as you signed in a while ago')
  }

  const attempts = Attempts.atPassword(user.id)
  await attempts.count()

  if (!(await user.hasPassword(password))) {
    throw failure(field, 'is not right')
  }
  await attempts.forgive()
}

function failure(field: string, message: string) {
  return new errors.E_VALIDATION_ERROR([{ field, message, rule: 'password' }])
}
