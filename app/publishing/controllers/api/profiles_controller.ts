import type { HttpContext } from '@adonisjs/core/http'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import { sendJson } from '../../api/send_json.ts'
import { readProfileAsJson } from '../../reading/profiles.ts'

/**
 * People, for programs.
 */
export default class ProfilesController {
  /** A person, and whether the user of the token follows them. */
  async show({ auth, params, response }: HttpContext) {
    const profile = await readProfileAsJson(params.username, auth.user?.id)
    if (profile === null) throw new E_RESOURCE_NOT_FOUND('profile')

    return sendJson(response, profile)
  }
}
