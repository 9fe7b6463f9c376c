import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { Model, field } from '#atrium/model/main'
import { E_ALREADY_TAKEN } from '#app/web/public'
import { DbRememberMeTokensProvider } from '@adonisjs/auth/session'

import { EmailOwner } from './user/email_owner.ts'
import { PasswordHolder } from './user/password_holder.ts'
import { SignedIn, type Staying } from './user/signed_in.ts'

/**
 * What somebody brings along to get an account.
 */
type Registration = { username: string; email: string; password: string | null }

/**
 * What users may change about themselves.
 */
type Changes = Partial<Pick<User, 'username' | 'email' | 'bio' | 'image'>> & { password?: string }

/**
 * What no two users may share.
 */
type UniqueColumn = 'username' | 'email'

const COLUMN_OF_INDEX: Record<string, UniqueColumn> = {
  users_username_unique: 'username',
  users_email_unique: 'email',
}

/**
 * Somebody with an account. Usernames and emails are unique without regard to case. A user
 * without a password cannot sign in: authors of imported articles are such users.
 */
export default class User extends compose(Model, PasswordHolder, EmailOwner, SignedIn) {
  static rememberMeTokens = DbRememberMeTokensProvider.forModel(User)

  @field.id()
  declare id: number

  @column()
  declare username: string

  @column()
  declare bio: string | null

  @column()
  declare image: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /**
   * Opens an account.
   *
   * @throws E_ALREADY_TAKEN somebody has the username or the email already
   */
  static register({ username, email, password }: Registration) {
    return new User().merge({ username, email, password, bio: null, image: null }).save()
  }

  /** The user with this username, in whatever case it is written. */
  static findByUsername(username: string) {
    return this.query().where(same('username', username)).first()
  }

  /** The user with this email address, in whatever case it is written. */
  static findByEmail(email: string) {
    return this.query().where(same('email', email)).first()
  }

  /**
   * The user who has this email and password, or null. An unknown email takes as long as a wrong
   * password does.
   */
  static async verifyCredentials(email: string, password: string) {
    const user = (await this.findByEmail(email)) ?? new User()
    if (!(await user.hasPassword(password))) {
      return null
    }

    await user.refreshPassword(password)
    return user
  }

  /** Whether changes touch what gives access to the account: its email or its password. */
  isSensitive({ email, password }: Changes) {
    return password !== undefined || (email !== undefined && email !== this.email)
  }

  /**
   * Changes what the user brought along, at once. A new password ends what the old one opened,
   * except for what is `staying`; a new email is to be verified again. The user is told of both.
   *
   * @throws E_ALREADY_TAKEN somebody has the username or the email already
   */
  revise(this: User, changes: Changes, staying: Staying) {
    return db.transaction(async (trx) => {
      const { email } = this
      await this.useTransaction(trx).merge(changes).save()

      if (changes.email !== undefined && changes.email !== email) {
        await this.merge({ emailVerifiedAt: null }).save()
        await this.reportNewEmail(email)
      }
      if (changes.password !== undefined) {
        await this.signOutElsewhere(staying)
        await this.endSignInTokens(staying)
        await this.reportNewPassword()
      }
    })
  }

  /**
   * Saves the user. A taken name is refused before time goes into hashing the password; the unique
   * indexes refuse what slips in between.
   *
   * @throws E_ALREADY_TAKEN somebody has the username or the email already
   */
  async save() {
    await this.#refuseIfTaken('username')
    await this.#refuseIfTaken('email')

    try {
      return await super.save()
    } catch (error: any) {
      const column = error.code === '23505' && COLUMN_OF_INDEX[error.constraint]
      throw column ? new E_ALREADY_TAKEN(column) : error
    }
  }

  async #refuseIfTaken(column: UniqueColumn) {
    const value = this.$dirty[column]
    if (value === undefined) {
      return
    }

    const others = User.query({ client: this.$trx }).where(same(column, value))
    if (this.$isPersisted) {
      others.whereNot('id', this.id)
    }

    if (await others.select('id').first()) {
      throw new E_ALREADY_TAKEN(column)
    }
  }
}

/**
 * The comparison that the unique indexes make.
 */
function same(column: UniqueColumn, value: string) {
  return db.raw('lower(?? collate "und-x-icu") = lower(?::text collate "und-x-icu")', [
    column,
    value,
  ])
}
