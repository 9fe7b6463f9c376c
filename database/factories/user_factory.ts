import { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import { factoryFor } from '#atrium/model/main'

/**
 * People whose password is `password123` and whose email is confirmed; the state `unverified`
 * makes one whose is not, `passwordless` one who cannot sign in.
 */
export const UserFactory = factoryFor(User, () => ({
  password: 'password123',
  emailVerifiedAt: DateTime.utc(),
}))
  .state('unverified', (user) => (user.emailVerifiedAt = null))
  .state('passwordless', (user) => (user.password = null))
  .build()
