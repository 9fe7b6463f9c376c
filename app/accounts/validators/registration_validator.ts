import vine from '@vinejs/vine'

import { email, newPassword, returnTo, username } from './fields.ts'

/**
 * The sign-up form.
 */
export const registrationFormValidator = vine.create({
  username: username(),
  email: email(),
  password: newPassword(),
  return_to: returnTo(),
})
