import { type Actor, Policy, filter } from '#atrium/resource/main'

import type ApiToken from '../models/api_token.ts'

/**
 * People see their own tokens, administrators those of all.
 */
export default class ApiTokenPolicy extends Policy<ApiToken> {
  scope(actor: Actor) {
    return actor.isAdministrator || filter`userId = me`
  }
}
