import type { HttpContext } from '@adonisjs/core/http'

import { Avatar } from '../../avatar.ts'
import { signOut } from '../../sign_in.ts'
import { accounts } from '../../accounts.ts'
import { confirmPassword } from '../../confirm_password.ts'
import { accountDeletionValidator } from '../../validators/password_validators.ts'

/**
 * Leaving for good.
 */
export default class AccountDeletionsController {
  async create({ auth, view }: HttpContext) {
    const losses = await accounts.lossesOf(auth.use('web').getUserOrFail())

    return view.render('accounts/settings/delete', { losses })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const user = auth.use('web').getUserOrFail()
    const { password } = await request.validateUsing(accountDeletionValidator)
    await confirmPassword(user, password, 'password')

    await user.delete()
    await Avatar.remove(user, user.image)
    await signOut(ctx)

    session.flash('success', 'Your account is deleted, and everything that went with it.')
    return response.redirect().toPath('/')
  }
}
