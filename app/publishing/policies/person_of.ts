import type { Actor } from '#atrium/resource/main'

import type { Person } from '../models/person.ts'

/**
 * Whoever acts, as publishing knows people. Null for a guest.
 */
export function personOf({ user }: Actor): Person | null {
  return user as (typeof user & Person) | null
}
