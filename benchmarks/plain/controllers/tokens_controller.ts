import type { HttpContext } from '@adonisjs/core/http'

import User from '../models/user.ts'

/**
 * Gives the bench a token for the user that it names.
 */
export default class TokensController {
  async store({ request }: HttpContext) {
    const user = await User.findByOrFail('username', request.input('username'))
    const token = await User.accessTokens.create(user)

    return { token: token.value!.release() }
  }
}
