import { SPACES } from './way.ts'

const day = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
const time = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?'
const zone = '(z|[-+](0[0-9]|1[0-5])(:?[0-5][0-9])?)'

/**
 * Conditions that text meets which is no day, or no moment, as ISO 8601 says them. Other forms mean
 * something else in other countries, so they are nothing here.
 */
export function isNoDay(value: string) {
  return isNone(value, `^${SPACES}${day}${SPACES}$`)
}

export function isNoWall(value: string) {
  return isNone(value, `^${SPACES}${day}([ t]${time})?${SPACES}$`)
}

export function isNoMoment(value: string) {
  return isNone(value, `^${SPACES}${day}([ t]${time} ?${zone}?)?${SPACES}$`)
}

/** Whether a moment says its zone. */
export function saysZone(value: string) {
  return `${value} ~* ':[0-9.:]+ ?${zone}${SPACES}$'`
}

/** Of the right shape, it may still be the 30th of February, or in the year 0. */
function isNone(value: string, shape: string) {
  const text = `btrim(${value}, E' \\t\\n\\v\\f\\r')`
  const first = `make_date(substr(${text}, 1, 4)::integer, substr(${text}, 6, 2)::integer, 1)`
  return (
    `case when ${value} ~* '${shape}' and left(${text}, 4) <> '0000' ` +
    `then substr(${text}, 9, 2)::integer > extract(day from ${first} + interval '1 month - 1 day') ` +
    `else ${value} is not null end`
  )
}
