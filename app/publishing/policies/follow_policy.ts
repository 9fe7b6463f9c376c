import { type Actor, Policy, type FieldSet, filter } from '#atrium/resource/main'

import { personOf } from './person_of.ts'
import type Follow from '../models/follow.ts'

/**
 * Whom somebody follows is their own business.
 */
export default class FollowPolicy extends Policy<Follow> {
  scope(actor: Actor) {
    return actor.isAdministrator || filter`followerId = me`
  }

  preset(actor: Actor) {
    return { followerId: personOf(actor)?.id }
  }

  writable(actor: Actor): FieldSet {
    return actor.isAdministrator ? 'all' : { only: ['followedId'] }
  }
}
