import { DateTime, Duration } from 'luxon'
import { Decimal } from '#atrium/model/main'
import type { ResourceField } from '#atrium/resource/main'

import { durationText } from './durations.ts'

/** What one field of a form holds: several texts for what is a list */
export type FormText = string | string[]

/**
 * A value as the field of a form shows it: what is written back the same changes nothing.
 *
 * @param zone the zone of whoever fills the form in
 */
export function formText(field: ResourceField, value: unknown, zone: string): FormText {
  const { description } = field
  if (description.kind === 'array') {
    return Array.isArray(value) ? value.map((item) => textOf(item, description.of, zone)) : []
  }
  if (value === null || value === undefined) return ''

  const isOnTheWall = description.kind === 'timestamp' && description.zone === false
  return textOf(value, field.kind, isOnTheWall ? 'utc' : zone)
}

function textOf(value: unknown, kind: string, zone: string): string {
  if (kind === 'json') return JSON.stringify(value, null, 2)
  if (kind === 'boolean') return value ? '1' : '0'
  if (value instanceof DateTime) return momentText(value, kind, zone)
  if (Duration.isDuration(value)) return durationText(value)
  if (value instanceof Decimal) return (value as Decimal).toFixed()
  return String(value)
}

/** Seconds are shown where there are any: browsers ask for the others only to the minute. */
function momentText(moment: DateTime, kind: string, zone: string) {
  if (kind === 'date') return moment.toISODate()!

  const there = moment.setZone(zone)
  const time =
    there.second || there.millisecond ? `HH:mm:ss${there.millisecond ? '.SSS' : ''}` : 'HH:mm'
  return there.toFormat(`yyyy-MM-dd'T'${time}`)
}
