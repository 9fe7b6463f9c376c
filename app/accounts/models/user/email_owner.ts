import { DateTime } from 'luxon'
import { Model } from '#atrium/model/main'
import { outbox } from '#app/mail/public'
import { column } from '@adonisjs/lucid/orm'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

/**
 * Lets users show that their address is theirs, and change it.
 */
export function EmailOwner<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class EmailOwningUser extends superclass {
    declare id: number
    declare username: string

    @column()
    declare email: string

    @column.dateTime()
    declare emailVerifiedAt: DateTime | null

    /** Mails a link that shows that the address is the user's. */
    async askToVerifyEmail() {
      await outbox.post('verify_email', { userId: this.id }, this.$trx)
    }

    /** Mails a link to the new address, which takes effect when it is followed, and tells the old one. */
    async askToChangeEmail(newEmail: string) {
      const { id: userId, username, email } = this

      await outbox.post('email_change_confirm', { userId, email: newEmail }, this.$trx)
      await outbox.post('email_change_notice', { username, email, newEmail }, this.$trx)
    }

    /** Tells the old address that it was replaced, and asks the new one whether it is right. */
    async reportNewEmail(email: string) {
      const { username, email: newEmail } = this

      await outbox.post('email_change_notice', { username, email, newEmail, done: true }, this.$trx)
      await this.askToVerifyEmail()
    }

    /** The address is the user's: a link that was mailed to it was followed. */
    async confirmEmail(email: string) {
      this.email = email
      this.emailVerifiedAt = DateTime.utc()
      await this.save()
    }
  }

  return EmailOwningUser
}
