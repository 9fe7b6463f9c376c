import { appUrl } from '#config/app'

import { AccountMail } from './account_mail.ts'

/**
 * Tells the old address of an account that another one takes its place.
 */
export default class EmailChangeNoticeMail extends AccountMail {
  subject = 'The email of your account'
  protected view = 'email_change_notice'

  /**
   * The mail to the old address, which may be nobody's by now. Once the change is `done`, a link
   * for a new password would be mailed to the other one.
   */
  static async to(facts: { username: string; email: string; newEmail: string; done?: boolean }) {
    const link = facts.done ? null : `${appUrl}/forgot-password`
    return new this(facts.email, { ...facts, link })
  }
}
