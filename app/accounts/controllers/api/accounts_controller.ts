import type { HttpContext } from '@adonisjs/core/http'

import User from '../../models/user.ts'
import { Attempts } from '../../attempts.ts'
import ApiToken from '../../models/api_token.ts'
import UserTransformer from '../../transformers/user_transformer.ts'
import { registrationValidator } from '../../validators/api_user_validator.ts'

/**
 * Accounts that programs open.
 */
export default class AccountsController {
  async store({ request, response }: HttpContext) {
    const { user: registration } = await request.validateUsing(registrationValidator)
    await Attempts.atSignUp(request.ip()).count()

    const user = await User.register(registration)
    await user.askToVerifyEmail()

    const token = await ApiToken.signIn(user)
    response.created({ user: new UserTransformer(user, token).toObject() })
  }
}
