import { Duration } from 'luxon'
import { sql } from '#atrium/model/main'

import { exact } from './comparer.ts'

const UNITS = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
  mo: 'months',
  y: 'years',
} as const

/** So many of a unit fit into what PostgreSQL and Luxon reckon with */
const MOST = 1_000_000

/**
 * A length of time: `7d`, `12h`, `30m` (minutes), `6mo`, or in ISO 8601, `P1DT12H`. Undefined when it is
 * none.
 */
export function lengthOf(text: string): Duration | undefined {
  const [, count, unit] = /^(\d{1,7})(s|m|h|d|w|mo|y)$/.exec(text) ?? []
  const length = unit
    ? Duration.fromObject({ [UNITS[unit as keyof typeof UNITS]]: Number(count) })
    : Duration.fromISO(text)

  const isUsable = length.isValid && Object.entries(length.toObject()).every(isModest)
  return isUsable ? length : undefined
}

function isModest([unit, count]: [string, number]) {
  const isWhole = Number.isInteger(count) || unit === 'seconds' || unit === 'milliseconds'
  return isWhole && Math.abs(count) <= MOST
}

export const lengthComparer = exact({
  takes: 'a length of time such as 90m, 7d or P1DT12H',
  read(text) {
    const length = lengthOf(text)
    return length && sql`${inPostgres(length)}::interval`
  },
})

function inPostgres(length: Duration) {
  const { years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds } = length
  return [
    `${years * 12 + quarters * 3 + months} months`,
    `${weeks * 7 + days} days`,
    `${hours} hours`,
    `${minutes} minutes`,
    `${(seconds + milliseconds / 1000).toFixed(6)} seconds`,
  ].join(' ')
}
