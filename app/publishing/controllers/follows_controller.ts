import type { HttpContext } from '@adonisjs/core/http'

import Follow from '../models/follow.ts'
import { readProfileOrFail } from '../reading/profiles.ts'

/**
 * Who follows whom. People stay on the page on which they say so.
 */
export default class FollowsController {
  /** Somebody begins to follow a person. */
  async store({ auth, gate, params, response }: HttpContext) {
    const person = await readProfileOrFail(params.username)
    const follow = Follow.between(auth.user!, person)
    await gate.authorize('create', follow, ['followedId'])

    await follow.start()
    return response.redirect().back(`/profile/${encodeURIComponent(person.username)}`)
  }

  /** Somebody stops following a person. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const person = await readProfileOrFail(params.username)
    const follow = Follow.between(auth.user!, person)
    await gate.authorize('delete', follow)

    await follow.stop()
    return response.redirect().back(`/profile/${encodeURIComponent(person.username)}`)
  }
}
