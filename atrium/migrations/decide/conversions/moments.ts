import type { Journey, Way } from './way.ts'

/** A day begins at midnight UTC. */
export function dayToMoment({ value }: Journey): Way {
  return { sql: `${value}::timestamp at time zone 'UTC'` }
}

export function dayToWall(): Way {
  return { sql: '' }
}

export function momentToDay({ value }: Journey): Way {
  return toDay(`(${value} at time zone 'UTC')`)
}

export function wallToDay({ value }: Journey): Way {
  return toDay(value)
}

function toDay(wall: string): Way {
  return {
    sql: `${wall}::date`,
    offends: `${wall} <> ${wall}::date`,
    lossy: `${wall}::date`,
    what: 'loses its time of day',
  }
}

/** A time on the wall in UTC, unless another zone is said. */
export function wallToMoment(journey: Journey): Way {
  return withPrecision(journey, inZone(journey.value, 'UTC'))
}

export function momentToWall(journey: Journey): Way {
  return withPrecision(journey, inZone(journey.value, 'UTC'))
}

/** Both ways are written alike. */
export function inZone(value: string, zone: string) {
  return `${value} at time zone '${zone.replaceAll("'", "''")}'`
}

/** The same kind with more or fewer digits of the second. */
export function samePrecision(journey: Journey): Way {
  return withPrecision(journey, '')
}

function withPrecision({ value, from, to, type }: Journey, sql: string): Way {
  const [digits = 6] = to.modifiers
  if ((from.modifiers[0] ?? 6) <= digits) return { sql }

  const bare = type.replace(/\(\d+\)/, '')
  const exact = sql === '' ? value : `(${sql})`
  return {
    sql: sql === '' ? '' : `${exact}::${type}`,
    offends: `${exact}::${bare} <> ${exact}::${type}`,
    lossy: `${exact}::${type}`,
    what: `is rounded to ${digits} digits of a second`,
  }
}
