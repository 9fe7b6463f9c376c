import vine from '@vinejs/vine'

import { bio, email, image, newPassword, secret, undefinedIfEmpty, username } from './fields.ts'

/**
 * The settings form. Passwords that were left empty are not meant.
 */
export const profileValidator = vine.create({
  username: username(),
  email: email(),
  bio: bio(),
  image: image(),
  avatar: vine.file({ size: '5mb' }).optional(),
  password: newPassword().parse(undefinedIfEmpty).optional(),
  current_password: secret().parse(undefinedIfEmpty).optional(),
})
