import { outbox } from '#app/mail/public'

import VerifyEmailMail from './verify_email_mail.ts'
import ResetPasswordMail from './reset_password_mail.ts'
import PasswordChangedMail from './password_changed_mail.ts'
import EmailChangeNoticeMail from './email_change_notice_mail.ts'
import EmailChangeConfirmMail from './email_change_confirm_mail.ts'

/**
 * Says how the mails of this component are written.
 */
export function defineMails() {
  outbox.define('verify_email', VerifyEmailMail.to.bind(VerifyEmailMail))
  outbox.define('reset_password', ResetPasswordMail.to.bind(ResetPasswordMail))
  outbox.define('password_changed', PasswordChangedMail.to.bind(PasswordChangedMail))
  outbox.define('email_change_notice', EmailChangeNoticeMail.to.bind(EmailChangeNoticeMail))
  outbox.define('email_change_confirm', EmailChangeConfirmMail.to.bind(EmailChangeConfirmMail))
}
