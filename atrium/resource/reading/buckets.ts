import { identifier, sql, type Sql } from '#atrium/model/main'

import { ROWS } from './joins.ts'
import { valueDescription } from './value_type.ts'
import type { Actor } from '../actor.ts'
import type { ResourceField } from '../resource_field.ts'

/** Spans of time that rows are put together by */
export type TimeUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Whether a field holds moments or days. */
export function isTime({ kind }: ResourceField) {
  return kind === 'timestamp' || kind === 'date'
}

/** The zone in which a field's days begin: the actor's own, where the field holds moments. */
export function zoneOf(field: ResourceField, actor: Actor) {
  return isMoment(field) ? (actor.options.zone ?? 'UTC') : 'UTC'
}

/** The beginning of the span that a moment lies in. Weeks begin on Monday. */
export function bucketSql(field: ResourceField, unit: TimeUnit, actor: Actor): Sql {
  const column = identifier(ROWS, field.column)
  if (isMoment(field)) {
    return sql`date_trunc(${unit}::text, ${column}, ${zoneOf(field, actor)}::text)`
  }

  const truncated = sql`date_trunc(${unit}::text, ${column}::timestamp)`
  return field.kind === 'date' ? sql`${truncated}::date` : truncated
}

function isMoment(field: ResourceField) {
  const description = valueDescription(field.description)
  return description.kind === 'timestamp' && description.zone !== false
}
