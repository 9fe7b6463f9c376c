import { Duration } from 'luxon'

import type { Codec } from './codec.ts'

/** What the database counts apart: months and days have no fixed length */
type Interval = { months: number; days: number; microseconds: number }

const IN_MICROSECONDS = {
  hours: 3_600_000_000,
  minutes: 60_000_000,
  seconds: 1_000_000,
  milliseconds: 1_000,
}

/**
 * Lengths of time: a Duration in code, ISO 8601 in JSON. Months, days and time are kept apart, as
 * in the database.
 */
export const durationCodec: Codec = {
  takes: 'a valid Duration of whole months and days, exact to the microsecond',
  accepts: (value) => Duration.isDuration(value) && value.isValid && isExact(intervalOf(value)),
  prepare: (value) => {
    const { months, days, microseconds } = intervalOf(value)
    return `${months} months ${days} days ${microseconds} microseconds`
  },
  consume: ({ years, months, days, hours, minutes, seconds, milliseconds }) =>
    Duration.fromObject({ years, months, days, hours, minutes, seconds, milliseconds }),
  serialize: (value) => toIso(intervalOf(value)),
  same: (a, b) => toIso(intervalOf(a)) === toIso(intervalOf(b)),
}

function intervalOf(duration: Duration): Interval {
  const { years, quarters, months, weeks, days } = duration
  const microseconds = Object.entries(IN_MICROSECONDS).map(
    ([unit, length]) => duration[unit as keyof typeof IN_MICROSECONDS] * length
  )

  return {
    months: years * 12 + quarters * 3 + months,
    days: weeks * 7 + days,
    microseconds: Math.round(microseconds.reduce((sum, part) => sum + part)),
  }
}

function isExact(interval: Interval) {
  return Object.values(interval).every((count) => Number.isSafeInteger(count))
}

/**
 * `P1Y2M3DT4H5M6.789S`. Luxon's own form ends at the millisecond.
 */
function toIso({ months, days, microseconds }: Interval) {
  const seconds = Math.trunc(microseconds / 1_000_000)
  const fraction = String(Math.abs(microseconds % 1_000_000)).padStart(6, '0')
  const sign = microseconds < 0 ? '-' : ''
  const part = (count: number, unit: string) => (count ? `${count}${unit}` : '')

  const date = part(Math.trunc(months / 12), 'Y') + part(months % 12, 'M') + part(days, 'D')
  const hours = part(Math.trunc(seconds / 3600), 'H') + part(Math.trunc(seconds / 60) % 60, 'M')
  const rest = `${sign}${Math.abs(seconds % 60)}.${fraction}`.replace(/\.?0+$/, '')
  const time = hours + (/[1-9]/.test(rest) ? `${rest}S` : '')

  return date || time ? `P${date}${time && `T${time}`}` : 'PT0S'
}
