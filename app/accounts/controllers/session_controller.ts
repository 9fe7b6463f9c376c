import { safeLocalPath } from '#app/web/public'
import type { HttpContext } from '@adonisjs/core/http'

import User from '../models/user.ts'
import { Attempts } from '../attempts.ts'
import { signIn, signOut } from '../sign_in.ts'
import { signInValidator } from '../validators/sign_in_validator.ts'

/**
 * Signing in and out.
 */
export default class SessionController {
  create({ request, session, view }: HttpContext) {
    const returnTo = session.flashMessages.get('return_to') ?? safeLocalPath(request.qs().return)

    return view.render('accounts/login', { returnTo })
  }

  async store(ctx: HttpContext) {
    const { request, response, session } = ctx
    const form = await request.validateUsing(signInValidator)
    const attempts = Attempts.atSignIn(request.ip(), form.email)
    await attempts.count()

    const user = await User.verifyCredentials(form.email, form.password)
    if (!user) {
      session.flashOnly(['email', 'remember', 'return_to'])
      session.flashErrors({ E_INVALID_CREDENTIALS: 'email or password is invalid' })
      return response.redirect().toPath('/login')
    }

    await attempts.forgive()
    const intended = form.return_to || session.pullIntendedUrl()
    await signIn(ctx, user, form.remember)
    return response.redirect().toPath(safeLocalPath(intended) ?? '/')
  }

  async destroy(ctx: HttpContext) {
    await signOut(ctx)

    return ctx.response.redirect().toPath('/')
  }
}
