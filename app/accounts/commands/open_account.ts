import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { operation } from '#atrium/model/main'

import User from '../models/user.ts'
import { registrationFormValidator } from '../validators/registration_validator.ts'

type Details = { username?: string; email?: string; password?: string }

/**
 * Opens an account with roles, by the rules of the sign-up form. Whoever does it vouches for the email.
 *
 * @throws E_VALIDATION_ERROR, E_ALREADY_TAKEN, E_UNKNOWN_ROLE
 */
export async function openAccount(details: Details, roles: string[]) {
  const { username, email, password } = await registrationFormValidator.validate(details)

  return db.transaction(async (trx) => {
    await operation(trx, { interface: 'console', reason: 'node ace user:create' })
    const user = await User.register({ username, email, password }, trx)
    await user.merge({ emailVerifiedAt: DateTime.utc() }).save()
    if (roles.length) await user.takeOnRoles(...roles)
    return user
  })
}
