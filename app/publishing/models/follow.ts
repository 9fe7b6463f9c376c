import db from '@adonisjs/lucid/services/db'

import type { Person } from './person.ts'

/**
 * One person's interest in what another writes: it fills the follower's own feed.
 */
export default class Follow {
  #pair: { follower_id: number; followed_id: number }

  /** The follow of these two, whether or not it has begun. */
  static between(follower: Person, followed: Person) {
    return new Follow(follower, followed)
  }

  constructor(follower: Person, followed: Person) {
    this.#pair = { follower_id: follower.id, followed_id: followed.id }
  }

  /** Begins to follow. Doing it twice changes nothing, and nobody follows themselves. */
  async start() {
    if (this.#pair.follower_id === this.#pair.followed_id) return

    await db
      .insertQuery()
      .table('follows')
      .insert(this.#pair)
      .onConflict(['follower_id', 'followed_id'])
      .ignore()
  }

  /** Ends following, if it had begun. */
  async stop() {
    await db.from('follows').where(this.#pair).delete()
  }
}
