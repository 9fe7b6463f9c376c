import { type Actor, Policy, filter } from '#atrium/resource/main'

import type Session from '../models/session.ts'

/**
 * People see their own sessions, administrators those of all.
 */
export default class SessionPolicy extends Policy<Session> {
  scope(actor: Actor) {
    return actor.isAdministrator || filter`userId = me`
  }
}
