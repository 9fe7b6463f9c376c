import User from '../models/user.ts'
import { AccountMail } from './account_mail.ts'
import MailedToken from '../models/mailed_token.ts'

/**
 * Asks at the new address of an account whether it may be used.
 */
export default class EmailChangeConfirmMail extends AccountMail {
  subject = 'Confirm your new email'
  protected view = 'email_change_confirm'

  /**
   * The mail to the new address of a user.
   */
  static async to({ userId, email }: { userId: number; email: string }) {
    const user = await User.find(userId)
    if (!user) {
      return null
    }

    const link = await MailedToken.linkFor(user, 'change_email', email)
    return new this(email, { username: user.username, link, expires: 'one day' })
  }
}
