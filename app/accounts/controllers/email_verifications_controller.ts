import type { HttpContext } from '@adonisjs/core/http'

import { Attempts } from '../attempts.ts'
import MailedToken from '../models/mailed_token.ts'

/**
 * Showing that an address is one's own, by a link that was mailed to it.
 *
 * Programs that look into mails follow links too. So a link does its work at once only for the
 * user that it was mailed to, when they are signed in; for anybody else there is a button.
 */
export default class EmailVerificationsController {
  async show({ auth, params, response, view }: HttpContext) {
    const token = await MailedToken.findWorking(params.token, 'verify_email', 'change_email')
    if (!token) {
      response.status(404)
      return view.render('accounts/verify_email', { verified: false })
    }

    const isOwn = auth.user?.id === token.userId
    const verified = isOwn && (await token.user.confirmEmail(token))
    return view.render('accounts/verify_email', { verified, token: isOwn ? null : params.token })
  }

  async update({ params, response, view }: HttpContext) {
    const token = await MailedToken.findWorking(params.token, 'verify_email', 'change_email')
    const verified = token !== null && (await token.user.confirmEmail(token))

    response.status(verified ? 200 : 404)
    return view.render('accounts/verify_email', { verified })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const user = auth.use('web').getUserOrFail()

    await Attempts.atMail(request.ip(), user.email).count()
    await user.askToVerifyEmail()

    session.flash('success', `A mail with a link is on its way to ${user.email}.`)
    return response.redirect().toPath('/settings')
  }
}
