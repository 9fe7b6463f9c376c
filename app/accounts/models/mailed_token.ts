import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { Model, field } from '#atrium/model/main'
import string from '@adonisjs/core/helpers/string'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import User from './user.ts'

/**
 * What a mailed link does, where it leads and how many hours it works.
 */
const purposes = {
  verify_email: { path: '/email/verify', hours: 72 },
  change_email: { path: '/email/verify', hours: 24 },
  reset_password: { path: '/reset-password', hours: 1 },
}

/**
 * What a mailed link is for.
 */
export type Purpose = keyof typeof purposes

const PURPOSES = Object.keys(purposes) as Purpose[]

/**
 * The secret of a link that was mailed to somebody. It works once and not for long, and only its
 * hash is kept.
 */
export default class MailedToken extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => User, { onDelete: 'cascade' })
  declare userId: number

  @field.string({ max: 30, choices: PURPOSES })
  declare purpose: Purpose

  @field.text({ unique: true, hidden: true, guarded: true })
  declare hash: string

  /** The address that the link was mailed to */
  @field.email()
  declare email: string

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ index: true })
  declare expiresAt: DateTime

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  /**
   * Makes a link to be mailed to `email`. It begins with our own address, whatever host a request
   * was made to.
   */
  static async linkFor(user: User, purpose: Purpose, email: string) {
    const { path, hours } = purposes[purpose]
    const secret = string.random(43)

    await db.from('mailed_tokens').where('expires_at', '<=', new Date()).delete()
    await this.create({
      userId: user.id,
      purpose,
      email,
      hash: hashOf(secret),
      expiresAt: DateTime.utc().plus({ hours }),
    })
    return `${appUrl}${path}/${secret}`
  }

  /**
   * The token of a link, with its user, if it still works for one of the purposes.
   */
  static findWorking(secret: string, ...purposesOfLink: Purpose[]) {
    return this.query()
      .where('hash', hashOf(secret))
      .whereIn('purpose', purposesOfLink)
      .where('expires_at', '>', new Date())
      .preload('user')
      .first()
  }

  /**
   * Ends all links that were mailed to a user: once something is changed by one of them, or in
   * another way, the others must not change it back.
   */
  static async endAll(user: { id: number; $trx?: TransactionClientContract }) {
    await (user.$trx ?? db).from('mailed_tokens').where('user_id', user.id).delete()
  }

  /**
   * Uses the token up. False for all but the first of several who do so at the same time.
   */
  async use() {
    const { rowCount } = await (this.$trx ?? db).rawQuery(
      'delete from mailed_tokens where id = ?',
      [this.id]
    )

    return rowCount === 1
  }
}

function hashOf(secret: string) {
  return createHash('sha256').update(secret).digest('hex')
}
