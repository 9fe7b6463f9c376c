import db from '@adonisjs/lucid/services/db'
import { E_UNKNOWN_USER } from '#atrium/resource/main'
import { operation } from '#atrium/model/main'

import User from '../models/user.ts'

/**
 * Gives a user a role or takes it, on behalf of whoever works at the command line.
 *
 * @param text key, username or email
 * @throws E_UNKNOWN_USER, E_UNKNOWN_ROLE
 */
export async function changeRole(text: string, role: string, change: 'give' | 'take') {
  const user = (await User.findHolder(text)) as User | null
  if (!user) throw new E_UNKNOWN_USER([text])

  await db.transaction(async (trx) => {
    await operation(trx, { interface: 'console', reason: `${change} the role ${role}` })
    user.useTransaction(trx)
    await (change === 'give' ? user.takeOnRoles(role) : user.layDownRoles(role))
  })
  return user
}
