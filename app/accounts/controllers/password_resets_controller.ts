import type { HttpContext } from '@adonisjs/core/http'

import MailedToken from '../models/mailed_token.ts'
import { passwordResetValidator } from '../validators/password_validators.ts'

/**
 * Choosing a new password by a link that was mailed.
 */
export default class PasswordResetsController {
  async create(ctx: HttpContext) {
    const token = await MailedToken.findWorking(ctx.params.token, 'reset_password')
    if (!token) {
      return this.#sayThatItIsOver(ctx)
    }

    /** The address holds a secret, so it is told to no other site and kept nowhere. */
    ctx.response.header('Referrer-Policy', 'same-origin').header('Cache-Control', 'no-store')
    return ctx.view.render('accounts/reset_password', { token: ctx.params.token })
  }

  async store(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const { password } = await request.validateUsing(passwordResetValidator)

    const token = await MailedToken.findWorking(params.token, 'reset_password')
    if (!token || !(await token.user.resetPassword(token, password))) {
      return this.#sayThatItIsOver(ctx)
    }

    session.flash('success', 'Your new password is set. You can use it now.')
    return response.redirect().toPath('/login')
  }

  #sayThatItIsOver({ response, session }: HttpContext) {
    session.flash('error', 'That link was used already, or it is too old. Ask for a new one here.')
    return response.redirect().toPath('/forgot-password')
  }
}
