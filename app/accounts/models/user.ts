import { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import { Model, Recorded, field } from '#atrium/model/main'
import { HoldsRoles } from '#atrium/resource/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import MailedToken from './mailed_token.ts'
import { Named } from './user/named.ts'
import { EmailOwner } from './user/email_owner.ts'
import { PasswordHolder } from './user/password_holder.ts'
import { SignedIn, type Staying } from './user/signed_in.ts'
import { RememberMeTokens } from '../drivers/remember_me_tokens.ts'

/**
 * What somebody brings along to get an account.
 */
type Registration = { username: string; email: string; password: string | null }

/**
 * What users may change about themselves.
 */
type Changes = Partial<Pick<User, 'username' | 'email' | 'bio' | 'image'>> & { password?: string }

/**
 * Somebody with an account. A user without a password cannot sign in: authors of imported articles
 * are such users.
 */
export default class User extends compose(
  Model,
  Recorded,
  HoldsRoles,
  Named,
  PasswordHolder,
  EmailOwner,
  SignedIn
) {
  static rememberMeTokens = new RememberMeTokens({ tokenableModel: User })

  @field.id()
  declare id: number

  @field.text({ nullable: true, max: 2_000, trim: true })
  declare bio: string | null

  /** Address of a picture */
  @field.text({ nullable: true, max: 2_000, trim: true })
  declare image: string | null

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  /**
   * Opens an account.
   *
   * @throws E_ALREADY_TAKEN somebody has the username or the email already
   */
  static register({ username, email, password }: Registration, trx?: TransactionClientContract) {
    const user = new User().merge({ username, email, password, bio: null, image: null })
    return trx ? user.useTransaction(trx).save() : user.save()
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
      await this.useTransaction(trx).#change(changes, staying)

      if (changes.email !== undefined && changes.email !== email) {
        await this.merge({ emailVerifiedAt: null }).save()
        await MailedToken.endAll(this)
        await this.reportNewEmail(email)
      }
    })
  }

  /**
   * Changes what the user brought along, but an email only once the new address confirms it. Says
   * whether that is to happen.
   *
   * @throws E_ALREADY_TAKEN somebody has the username or the email already
   */
  reviseAndConfirm(this: User, { email, ...changes }: Changes, staying: Staying) {
    return db.transaction(async (trx) => {
      await this.useTransaction(trx).#change(changes, staying)
      if (email === undefined || email === this.email) {
        return false
      }

      await this.refuseTakenEmail(email)
      await this.askToChangeEmail(email)
      return true
    })
  }

  /**
   * Follows a link that was mailed: the address that it was mailed to is the user's. Says false
   * when somebody followed it before.
   *
   * @throws E_ALREADY_TAKEN somebody else has the address by now
   */
  confirmEmail(this: User, token: MailedToken) {
    return db.transaction(async (trx) => {
      if (!(await token.useTransaction(trx).use())) {
        return false
      }

      const { email } = token
      await this.useTransaction(trx).merge({ email, emailVerifiedAt: DateTime.utc() }).save()
      await MailedToken.endAll(this)
      return true
    })
  }

  /**
   * Sets a new password by a link that was mailed, which shows that the address is the user's.
   * Everything that could act for the user before ends. Says false when somebody followed the link
   * before.
   */
  resetPassword(this: User, token: MailedToken, password: string) {
    return db.transaction(async (trx) => {
      if (!(await token.useTransaction(trx).use())) {
        return false
      }

      const emailVerifiedAt = this.emailVerifiedAt ?? DateTime.utc()
      await this.useTransaction(trx).merge({ password, emailVerifiedAt }).save()
      await MailedToken.endAll(this)
      await this.signOutElsewhere()
      await this.endApiTokens()
      await this.reportNewPassword()
      return true
    })
  }

  async #change(this: User, changes: Changes, staying: Staying) {
    await this.merge(changes).save()

    if (changes.password !== undefined) {
      await MailedToken.endAll(this)
      await this.signOutElsewhere(staying)
      await this.endSignInTokens(staying)
      await this.reportNewPassword()
    }
  }
}
