import type { HttpContext } from '@adonisjs/core/http'

import Follow from '../../models/follow.ts'
import { readProfileOrFail } from '../../reading/profiles.ts'

/**
 * Whom the user of a token follows.
 */
export default class FollowsController {
  /** They begin to follow a person. */
  async store({ auth, gate, params }: HttpContext) {
    const { id, ...person } = await readProfileOrFail(params.username)
    const follow = Follow.between(auth.user!, { id })
    await gate.authorize('create', follow, ['followedId'])

    await follow.start()
    return { profile: { ...person, following: id !== auth.user!.id } }
  }

  /** They stop following a person. */
  async destroy({ auth, gate, params }: HttpContext) {
    const { id, ...person } = await readProfileOrFail(params.username)
    const follow = Follow.between(auth.user!, { id })
    await gate.authorize('delete', follow)

    await follow.stop()
    return { profile: { ...person, following: false } }
  }
}
