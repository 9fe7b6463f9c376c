import type { HttpContext } from '@adonisjs/core/http'

import Follow from '../../models/follow.ts'
import { readProfileOrFail } from '../../reading/profiles.ts'

/**
 * Whom the user of a token follows.
 */
export default class FollowsController {
  /** They begin to follow a person. */
  async store({ auth, params }: HttpContext) {
    const { id, ...person } = await readProfileOrFail(params.username)

    await Follow.between(auth.user!, { id }).start()
    return { profile: { ...person, following: id !== auth.user!.id } }
  }

  /** They stop following a person. */
  async destroy({ auth, params }: HttpContext) {
    const { id, ...person } = await readProfileOrFail(params.username)

    await Follow.between(auth.user!, { id }).stop()
    return { profile: { ...person, following: false } }
  }
}
