import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'

import ApiToken, { abilities } from '../../models/api_token.ts'
import { apiTokenValidator } from '../../validators/api_token_validator.ts'

/**
 * Tokens by which people let their programs act for them.
 */
export default class ApiTokensController {
  async index({ auth, view }: HttpContext) {
    const tokens = await ApiToken.of(auth.use('web').getUserOrFail())

    return view.render('accounts/settings/tokens', { tokens, abilities })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const user = auth.use('web').getUserOrFail()
    const form = await request.validateUsing(apiTokenValidator)
    const days = form.expires_in === 'never' ? null : Number(form.expires_in ?? 30)

    const token = await ApiToken.issue(user, {
      name: form.name,
      abilities: form.abilities,
      fromSignIn: false,
      expiresAt: days === null ? null : DateTime.utc().plus({ days }),
    })

    session.flash('newToken', { name: token.name, value: token.value!.release() })
    return response.redirect().toPath('/settings/tokens')
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    await ApiToken.revoke(auth.use('web').getUserOrFail(), params.id)

    session.flash('success', 'The token is revoked.')
    return response.redirect().toPath('/settings/tokens')
  }
}
