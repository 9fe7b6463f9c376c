import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/auth'

import User from '../../models/user.ts'
import { Attempts } from '../../attempts.ts'
import ApiToken from '../../models/api_token.ts'
import UserTransformer from '../../transformers/user_transformer.ts'
import { credentialsValidator } from '../../validators/api_user_validator.ts'

/**
 * Tokens that programs get in exchange for email and password.
 */
export default class AccessTokensController {
  async store({ request }: HttpContext) {
    const { user: credentials } = await request.validateUsing(credentialsValidator)
    const { email, password } = credentials
    const attempts = Attempts.atSignIn(request.ip(), email)
    await attempts.count()

    const user = await User.verifyCredentials(email, password)
    if (!user) {
      throw new errors.E_INVALID_CREDENTIALS('The email or the password is wrong')
    }

    await attempts.forgive()
    return { user: new UserTransformer(user, await ApiToken.signIn(user)).toObject() }
  }
}
