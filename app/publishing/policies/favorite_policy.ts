import { type Actor, Policy, type FieldSet, filter } from '#atrium/resource/main'

import { personOf } from './person_of.ts'
import type Favorite from '../models/favorite.ts'

/**
 * What people like, everybody may see; only they themselves say it.
 */
export default class FavoritePolicy extends Policy<Favorite> {
  scope(actor: Actor, action: string) {
    if (actor.isAdministrator) return true
    return action === 'list' || action === 'show'
      ? filter`article.publishedAt:* OR userId = me`
      : filter`userId = me`
  }

  preset(actor: Actor) {
    return { userId: personOf(actor)?.id }
  }

  writable(actor: Actor): FieldSet {
    return actor.isAdministrator ? 'all' : { only: ['articleId'] }
  }
}
