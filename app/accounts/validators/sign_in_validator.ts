import vine from '@vinejs/vine'

import { returnTo, secret, typedEmail } from './fields.ts'

/**
 * The sign-in form.
 */
export const signInValidator = vine.create({
  email: typedEmail(),
  password: secret(),
  remember: vine.accepted().optional(),
  return_to: returnTo(),
})
