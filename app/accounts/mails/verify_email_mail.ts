import User from '../models/user.ts'
import { AccountMail } from './account_mail.ts'
import MailedToken from '../models/mailed_token.ts'

/**
 * Asks somebody whether the address of their account is theirs.
 */
export default class VerifyEmailMail extends AccountMail {
  subject = 'Confirm your email'
  protected view = 'verify_email'

  /**
   * The mail to a user, unless they have confirmed their address or are gone.
   */
  static async to({ userId }: { userId: number }) {
    const user = await User.find(userId)
    if (!user || user.emailVerifiedAt) {
      return null
    }

    const { username, email } = user
    const link = await MailedToken.linkFor(user, 'verify_email', email)
    return new this(email, { username, link, expires: 'three days' })
  }
}
