import vine from '@vinejs/vine'

import { newPassword, secret, typedEmail } from './fields.ts'

/**
 * Asking for a link with which to choose a new password.
 */
export const forgottenPasswordValidator = vine.create({ email: typedEmail() })

/**
 * Choosing a new password with such a link.
 */
export const passwordResetValidator = vine.create({ password: newPassword().confirmed() })

/**
 * Changing the password that one knows.
 */
export const passwordChangeValidator = vine.create({
  current_password: secret(),
  password: newPassword().confirmed(),
})

/**
 * Deleting the account.
 */
export const accountDeletionValidator = vine.create({ password: secret() })
