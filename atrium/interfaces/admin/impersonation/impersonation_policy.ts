import { type Actor, Policy } from '#atrium/resource/main'

import type ImpersonationRecord from '../models/impersonation_record.ts'

/**
 * What was done is looked at, by administrators and whoever else is granted it. Nobody changes it.
 */
export default class ImpersonationPolicy extends Policy<ImpersonationRecord> {
  scope(_: Actor, action: string) {
    return action === 'list' || action === 'show'
  }
}
