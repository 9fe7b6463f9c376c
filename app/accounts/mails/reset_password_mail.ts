import User from '../models/user.ts'
import { AccountMail } from './account_mail.ts'
import MailedToken from '../models/mailed_token.ts'

/**
 * Lets somebody who forgot their password choose a new one.
 */
export default class ResetPasswordMail extends AccountMail {
  subject = 'Choose a new password'
  protected view = 'reset_password'

  /**
   * The mail to the user of an address, if there is one. It goes to the address that the account
   * has, which may differ from the typed one.
   */
  static async to({ email: typed }: { email: string }) {
    const user = await User.findByEmail(typed)
    if (!user) {
      return null
    }

    const { username, email } = user
    const link = await MailedToken.linkFor(user, 'reset_password', email)
    return new this(email, { username, link, expires: 'one hour' })
  }
}
