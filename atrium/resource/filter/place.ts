import { DateTime } from 'luxon'

import type { Actor } from '../actor.ts'
import { E_UNKNOWN_ZONE } from './errors.ts'
import type { FilterTarget } from './target.ts'

/** Where a part of a filter applies: to the rows of a target, under an alias, at a moment */
export type Place = {
  target: FilterTarget
  alias: string

  /** Now, in the zone of whoever filters */
  now: DateTime
}

/**
 * What time it is for an actor.
 *
 * @throws E_UNKNOWN_ZONE
 */
export function nowFor({ options }: Actor) {
  const now = DateTime.utc().setZone(options.zone ?? 'utc')
  if (!now.isValid) throw new E_UNKNOWN_ZONE([options.zone!])
  return now
}
