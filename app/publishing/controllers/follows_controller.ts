import type { HttpContext } from '@adonisjs/core/http'

import Follow from '../models/follow.ts'
import { readProfileOrFail } from '../reading/profiles.ts'

/**
 * Who follows whom. People stay on the page on which they say so.
 */
export default class FollowsController {
  /** Somebody begins to follow a person. */
  async store({ auth, params, response }: HttpContext) {
    const person = await readProfileOrFail(params.username)

    await Follow.between(auth.user!, person).start()
    return response.redirect().back(`/profile/${encodeURIComponent(person.username)}`)
  }

  /** Somebody stops following a person. */
  async destroy({ auth, params, response }: HttpContext) {
    const person = await readProfileOrFail(params.username)

    await Follow.between(auth.user!, person).stop()
    return response.redirect().back(`/profile/${encodeURIComponent(person.username)}`)
  }
}
