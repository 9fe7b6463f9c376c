import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'
import Factory from '@adonisjs/lucid/factories'
import { User } from '#app/accounts/public'

/**
 * People whose password is `password123` and whose email is confirmed; the state `unverified`
 * makes one whose is not, `passwordless` one who cannot sign in.
 */
export const UserFactory = Factory.define(User, () => {
  const name = `person-${randomUUID().slice(0, 8)}`

  return {
    username: name,
    email: `${name}@example.com`,
    password: 'password123',
    emailVerifiedAt: DateTime.utc(),
  }
})
  .state('unverified', (user) => (user.emailVerifiedAt = null))
  .state('passwordless', (user) => (user.password = null))
  .build()
