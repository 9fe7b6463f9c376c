import { E_NOT_ALLOWED } from '#app/web/public'
import type { HttpContext } from '@adonisjs/core/http'

import { Attempts } from '../../attempts.ts'
import { authorizeProfile } from '../../policies/authorize_profile.ts'
import UserTransformer from '../../transformers/user_transformer.ts'
import { userChangesValidator } from '../../validators/api_user_validator.ts'

/**
 * The user that a program acts for.
 */
export default class CurrentUserController {
  async show({ auth }: HttpContext) {
    const { user, token } = auth.use('api')

    return { user: new UserTransformer(user!, token!.value).toObject() }
  }

  async update({ auth, gate, request }: HttpContext) {
    const { user, token } = auth.use('api')
    const { user: changes } = await request.validateUsing(userChangesValidator)

    if (user!.isSensitive(changes) && !token!.abilities.includes('account')) {
      throw new E_NOT_ALLOWED('token')
    }
    await authorizeProfile(gate, user!, changes)
    if (changes.password !== undefined) {
      await Attempts.atPassword(user!.id).count()
    }

    await user!.revise(changes, { apiToken: token!.id })
    return { user: new UserTransformer(user!, token!.value).toObject() }
  }
}
