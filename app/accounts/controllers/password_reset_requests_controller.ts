import { outbox } from '#app/mail/public'
import type { HttpContext } from '@adonisjs/core/http'

import { Attempts } from '../attempts.ts'
import { forgottenPasswordValidator } from '../validators/password_validators.ts'

/**
 * Asking for a link with which to choose a new password. Whether an account has the address is
 * looked up later, in the background: here nothing differs between one that has and one that has
 * not.
 */
export default class PasswordResetRequestsController {
  create({ session, view }: HttpContext) {
    return view.render('accounts/forgot_password', { sent: session.flashMessages.has('sent') })
  }

  async store({ request, response, session }: HttpContext) {
    const { email } = await request.validateUsing(forgottenPasswordValidator)

    await Attempts.atMail(request.ip(), email).count()
    await outbox.post('reset_password', { email })

    session.flash('sent', true)
    return response.redirect().toPath('/forgot-password')
  }
}
