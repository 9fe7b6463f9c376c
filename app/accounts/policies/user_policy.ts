import { type Actor, Policy, type FieldSet, filter } from '#atrium/resource/main'

import type User from '../models/user.ts'

/**
 * Everybody may know who writes here. What a person signs in with is between them and administrators.
 */
export default class UserPolicy extends Policy<User> {
  scope(actor: Actor, action: string) {
    const isReading = action === 'list' || action === 'show'
    return isReading || actor.isAdministrator || filter`id = me`
  }

  readable(actor: Actor): FieldSet {
    return actor.isAdministrator ? 'all' : { except: ['email', 'emailVerifiedAt', 'updatedAt'] }
  }

  writable(actor: Actor): FieldSet {
    return actor.isAdministrator ? 'all' : { only: ['username', 'bio', 'image'] }
  }
}
