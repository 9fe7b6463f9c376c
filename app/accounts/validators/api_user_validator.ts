import vine from '@vinejs/vine'

import {
  bio,
  email,
  image,
  newPassword,
  secret,
  typedEmail,
  unchangedIfMissing,
  username,
} from './fields.ts'

/**
 * `POST /api/users`
 */
export const registrationValidator = vine.create({
  user: vine.object({ username: username(), email: email(), password: newPassword() }),
})

/**
 * `POST /api/users/login`
 */
export const credentialsValidator = vine.create({
  user: vine.object({
    email: typedEmail(),
    password: secret(),
  }),
})

/**
 * `PUT /api/user`. What is missing stays as it is; names and secrets cannot be taken away.
 */
export const userChangesValidator = vine.create({
  user: vine.object({
    username: unchangedIfMissing(username()),
    email: unchangedIfMissing(email()),
    password: unchangedIfMissing(newPassword()),
    bio: bio(),
    image: image(),
  }),
})
