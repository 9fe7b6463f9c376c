import type { HttpContext } from '@adonisjs/core/http'

import { thisBrowser } from '../../sign_in.ts'
import { confirmPassword } from '../../confirm_password.ts'
import { passwordChangeValidator } from '../../validators/password_validators.ts'

/**
 * The password of somebody who knows it.
 */
export default class PasswordController {
  async update(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const user = auth.use('web').getUserOrFail()
    const { current_password: currentPassword, password } =
      await request.validateUsing(passwordChangeValidator)

    await confirmPassword(user, currentPassword, 'current_password')
    await user.revise({ password }, thisBrowser(ctx))

    session.flash('success', 'Your password is changed. All other devices are signed out.')
    return response.redirect().toPath('/settings/security')
  }
}
