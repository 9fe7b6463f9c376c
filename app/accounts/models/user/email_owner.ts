import { DateTime } from 'luxon'
import { Model, field } from '#atrium/model/main'
import { outbox } from '#app/mail/public'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import MailedToken from '../mailed_token.ts'

/**
 * Lets users show that their address is theirs, and change it.
 */
export function EmailOwner<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class EmailOwningUser extends superclass {
    declare id: number
    declare username: string

    declare email: string

    @field.timestamp({ nullable: true })
    declare emailVerifiedAt: DateTime | null

    /** Mails a link that shows that the address is the user's. */
    async askToVerifyEmail() {
      await outbox.post('verify_email', { userId: this.id }, this.$trx)
    }

    /** Takes somebody's word for it that the address is the user's. */
    async markEmailAsVerified() {
      this.emailVerifiedAt = DateTime.utc()
      await this.save()
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

    /** The address that awaits confirmation, if there is one. */
    async pendingEmail(): Promise<string | null> {
      const token = await MailedToken.query()
        .where({ userId: this.id, purpose: 'change_email' })
        .where('expiresAt', '>', new Date())
        .orderBy('id', 'desc')
        .first()

      return token?.email ?? null
    }
  }

  return EmailOwningUser
}
