import { DateTime } from 'luxon'

import type { Codec } from './codec.ts'

/** Moments before the year 1 and after 9999 are written otherwise in PostgreSQL than in ISO 8601 */
const isWritable = (value: unknown) =>
  DateTime.isDateTime(value) && value.isValid && value.year > 0 && value.year <= 9999

/**
 * Days: a DateTime in code, at midnight in UTC, so that no day is shorter than another.
 */
export const dateCodec: Codec = {
  takes: 'a valid DateTime',
  accepts: isWritable,
  prepare: (value) => value.toISODate(),
  consume: fromDatabase,
  serialize: (value) => value.toISODate(),
  same: (a, b) => a.toISODate() === b.toISODate(),
}

/**
 * Moments: a DateTime in code, ISO 8601 in UTC in JSON.
 */
export const timestampCodec: Codec = {
  takes: 'a valid DateTime',
  accepts: isWritable,
  prepare: (value) => value.toUTC().toISO(),
  consume: fromDatabase,
  serialize: (value) => value.toUTC().toISO(),
  same: (a, b) => a.toMillis() === b.toMillis(),
}

/**
 * Times on the wall: a DateTime of which the zone does not count. In JSON without one.
 */
export const wallClockCodec: Codec = {
  takes: 'a valid DateTime',
  accepts: isWritable,
  prepare: wallClock,
  consume: fromDatabase,
  serialize: wallClock,
  same: (a, b) => wallClock(a) === wallClock(b),
}

function wallClock(value: DateTime) {
  return value.toISO({ includeOffset: false })
}

/**
 * Moments arrive as dates of JavaScript; days and times on the wall as text, see driver_types.ts.
 */
function fromDatabase(value: Date | string) {
  return typeof value === 'string'
    ? DateTime.fromSQL(value, { zone: 'utc' })
    : DateTime.fromJSDate(value, { zone: 'utc' })
}
