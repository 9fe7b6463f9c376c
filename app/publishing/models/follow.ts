import type { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import db from '@adonisjs/lucid/services/db'
import { compose } from '@adonisjs/core/helpers'
import { Model, Recorded, field, index } from '#atrium/model/main'

import type { Person } from './person.ts'

/**
 * One person's interest in what another writes: it fills the follower's own feed.
 */
export default class Follow extends compose(Model, Recorded) {
  @field.foreignKey(() => User, { primary: true, index: false, onDelete: 'cascade' })
  declare followerId: number

  @field.foreignKey(() => User, { primary: true, index: false, onDelete: 'cascade' })
  declare followedId: number

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  static indexes = [index<Follow>(['followedId', 'followerId'])]

  /** The follow of these two, whether or not it has begun. */
  static between(follower: Person, followed: Person) {
    return new Follow().merge({ followerId: follower.id, followedId: followed.id })
  }

  /** Begins to follow. Doing it twice changes nothing, and nobody follows themselves. */
  async start() {
    if (this.followerId === this.followedId) return

    await db
      .insertQuery()
      .table(Follow.table)
      .insert({ follower_id: this.followerId, followed_id: this.followedId })
      .onConflict(['follower_id', 'followed_id'])
      .ignore()
  }

  /** Ends following, if it had begun. */
  async stop() {
    const { followerId, followedId } = this
    await Follow.query().where({ followerId, followedId }).delete()
  }
}
