import { appUrl } from '#config/app'

import { AccountMail } from './account_mail.ts'

/**
 * Tells the old address of an account that another one takes its place.
 */
export default class EmailChangeNoticeMail extends AccountMail {
  subject = 'Your email is being changed'
  protected view = 'email_change_notice'

  /**
   * The mail to the old address, which may be nobody's by now.
   */
  static async to(facts: { username: string; email: string; newEmail: string; done?: boolean }) {
    return new this(facts.email, { ...facts, link: `${appUrl}/forgot-password` })
  }
}
