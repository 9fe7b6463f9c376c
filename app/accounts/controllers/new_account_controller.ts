import { safeLocalPath } from '#app/web/public'
import type { HttpContext } from '@adonisjs/core/http'

import User from '../models/user.ts'
import { signIn } from '../sign_in.ts'
import { Attempts } from '../attempts.ts'
import { registrationFormValidator } from '../validators/registration_validator.ts'

/**
 * Signing up.
 */
export default class NewAccountController {
  create({ view }: HttpContext) {
    return view.render('accounts/register')
  }

  async store(ctx: HttpContext) {
    const { request, response } = ctx
    const form = await request.validateUsing(registrationFormValidator)
    await Attempts.atSignUp(request.ip()).count()

    const user = await User.register(form)
    await user.askToVerifyEmail()
    await signIn(ctx, user)

    return response.redirect().toPath(safeLocalPath(form.return_to) ?? '/')
  }
}
