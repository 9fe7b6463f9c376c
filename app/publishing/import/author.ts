import { createHash } from 'node:crypto'
import { User } from '#app/accounts/public'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import { slugify } from '../text/slug.ts'

/**
 * The user with this name, in whatever case it is written. Where there is none, a user without a
 * password, who cannot sign in. Such a user is found again by the address that stands in for an
 * email also after another name was given to them.
 */
export async function authorNamed(name: string, trx: TransactionClientContract) {
  const email = placeholderEmail(name)
  const user = (await User.findByUsername(name, trx)) ?? (await User.findByEmail(email, trx))

  return user ?? User.register({ username: name, email, password: null }, trx)
}

/**
 * An address below `.invalid`, which by its definition (RFC 2606) belongs to nobody. The digest
 * keeps names apart that look alike in ASCII.
 */
function placeholderEmail(name: string) {
  const key = name.normalize('NFKC').toLowerCase()
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 10)

  return `${slugify(name).slice(0, 40)}-${digest}@import.invalid`
}
