import { DateTime, Duration } from 'luxon'

import type { Occasion } from './made_up.ts'

const YEARS_WHEN_UNIQUE = 200

/**
 * A moment in the last year, as exact as the column keeps it.
 */
export function timestamp({ faker, field, isUnique }: Occasion<'timestamp'>): DateTime {
  const moment = past(faker, isUnique)
  const { precision = 3 } = field

  const step = 10 ** (3 - Math.min(precision, 3))
  return moment.set({ millisecond: moment.millisecond - (moment.millisecond % step) })
}

/**
 * A day in the last year.
 */
export function date({ faker, isUnique }: Occasion<'date'>): DateTime {
  return past(faker, isUnique).startOf('day')
}

function past(faker: Occasion['faker'], isUnique: boolean) {
  const years = isUnique ? YEARS_WHEN_UNIQUE : 1
  return DateTime.fromJSDate(faker.date.past({ years }), { zone: 'utc' })
}

/**
 * A time of day, at a quarter of an hour.
 */
export function time({ faker, field, isUnique }: Occasion<'time'>): string {
  const step = isUnique ? 1 : 900
  const seconds = faker.number.int({ max: 86_399, multipleOf: step })

  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
  return field.zone ? `${clock}+00` : clock
}

/**
 * Some minutes or hours.
 */
export function duration({ faker, isUnique }: Occasion<'duration'>): Duration {
  return isUnique
    ? Duration.fromObject({ seconds: faker.number.int({ min: 1, max: 100_000_000 }) })
    : Duration.fromObject({ minutes: faker.number.int({ min: 5, max: 600, multipleOf: 5 }) })
}
