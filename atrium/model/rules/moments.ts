import vine from '@vinejs/vine'
import { DateTime, Duration } from 'luxon'

type Moment = { part: 'day' | 'moment' | 'wall' }

const forms = {
  day: /^\d{4}-\d\d-\d\d$/,
  moment: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  wall: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/,
}

/**
 * A day or a moment in ISO 8601, as JSON and the inputs of browsers write it. Without an offset a
 * moment is one in UTC. Gives a `DateTime` in UTC.
 */
export const moment = vine.createRule<Moment>(
  (value, { part }, field) => {
    const read = toDateTime(value, part)

    if (!read?.isValid) {
      field.report('The {{ field }} field must be a date', 'date', field)
    } else {
      field.mutate(read, field)
    }
  },
  {
    name: 'date',
    toJSONSchema: (schema, { part }) =>
      Object.assign(schema, { type: 'string', format: part === 'day' ? 'date' : 'date-time' }),
  }
)

function toDateTime(value: unknown, part: Moment['part']) {
  if (DateTime.isDateTime(value)) return value
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone: 'utc' })

  const text = typeof value === 'string' ? value.trim() : ''
  return forms[part].test(text)
    ? DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' })
    : undefined
}

/**
 * A length of time in ISO 8601, `P1DT2H`. Gives a `Duration`.
 */
export const duration = vine.createRule(
  (value, _, field) => {
    const read = typeof value === 'string' ? Duration.fromISO(value.trim()) : value

    if (!Duration.isDuration(read) || !read.isValid) {
      field.report(
        'The {{ field }} field must be a length of time such as P1DT2H',
        'duration',
        field
      )
    } else {
      field.mutate(read, field)
    }
  },
  {
    name: 'duration',
    toJSONSchema: (schema) => Object.assign(schema, { type: 'string', format: 'duration' }),
  }
)
