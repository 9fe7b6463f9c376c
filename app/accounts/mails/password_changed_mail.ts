import { appUrl } from '#config/app'

import User from '../models/user.ts'
import { AccountMail } from './account_mail.ts'

/**
 * Tells somebody that their password was changed, in case it was not them.
 */
export default class PasswordChangedMail extends AccountMail {
  subject = 'Your password was changed'
  protected view = 'password_changed'

  /**
   * The mail to a user.
   */
  static async to({ userId }: { userId: number }) {
    const user = await User.find(userId)
    if (!user) {
      return null
    }

    const { username, email } = user
    return new this(email, { username, link: `${appUrl}/forgot-password` })
  }
}
