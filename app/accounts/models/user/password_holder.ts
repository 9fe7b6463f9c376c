import { Model, field } from '#atrium/model/main'
import { outbox } from '#app/mail/public'
import hash from '@adonisjs/core/services/hash'
import { beforeSave } from '@adonisjs/lucid/orm'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

/**
 * Lets users prove who they are by a password, which is hashed whenever it changes. A user without
 * one cannot sign in.
 */
export function PasswordHolder<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class PasswordHoldingUser extends superclass {
    declare id: number
    declare email: string

    /** What argon2id made of it */
    @field.text({ nullable: true, hidden: true, guarded: true })
    declare password: string | null

    /** Keeps plain passwords out of the database. */
    @beforeSave()
    static async hashPassword(user: PasswordHoldingUser) {
      if (user.$dirty.password) {
        user.password = await hash.make(user.$dirty.password)
      }
    }

    /** Tells whether this is the user's password. Works as hard for a user without one. */
    async hasPassword(password: string) {
      if (!this.password) {
        await hash.make(password)
        return false
      }

      return hash.verify(this.password, password)
    }

    /** Hashes the password anew if it was stored with other costs than today's. */
    async refreshPassword(password: string) {
      if (this.password && hash.needsReHash(this.password)) {
        this.password = password
        await this.save()
      }
    }

    /** Mails a link with which to choose another password. */
    async askToResetPassword() {
      await outbox.post('reset_password', { email: this.email }, this.$trx)
    }

    /** Tells the user by mail that their password is another one now. */
    async reportNewPassword() {
      await outbox.post('password_changed', { userId: this.id }, this.$trx)
    }
  }

  return PasswordHoldingUser
}
