import { DateTime, Duration } from 'luxon'
import { Decimal, Expression, type FieldDescription } from '#atrium/model/main'

import { quoteText } from '../schema/names.ts'

/** What the database puts into a date that the model sets itself, for rows that come past the model */
const now: Record<string, string> = { date: 'CURRENT_DATE', timestamp: 'CURRENT_TIMESTAMP' }

/**
 * The default of a field in SQL; null where it has none.
 */
export function defaultText(field: FieldDescription): string | null {
  const { default: value, kind } = field
  if (value instanceof Expression) return value.sql
  if (value !== undefined && value !== null) return literal(value, kind)

  const { autoCreate, autoUpdate } = field as FieldDescription<'timestamp'>
  return autoCreate || autoUpdate ? (now[kind] ?? null) : null
}

/** A value in SQL. */
function literal(value: unknown, kind: string): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' || typeof value === 'bigint') return number(String(value), kind)
  if (value instanceof Decimal) return value.toFixed()

  return quoteText(kind === 'array' ? arrayText(value as unknown[]) : plainText(value, kind))
}

/** A number that stands where no number is expected, such as in JSON, is text in SQL. */
function number(text: string, kind: string) {
  return kind === 'json' ? quoteText(text) : text
}

function plainText(value: unknown, kind: string) {
  if (kind === 'json') return JSON.stringify(value)
  if (DateTime.isDateTime(value)) return kind === 'date' ? value.toISODate()! : value.toISO()!
  if (Duration.isDuration(value)) return value.toISO()!
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  return String(value)
}

/** As PostgreSQL reads it: `{"a","b"}`. */
function arrayText(values: unknown[]) {
  const texts = values.map((value) =>
    value === null
      ? 'null'
      : JSON.stringify(value instanceof Decimal ? value.toFixed() : plainText(value, ''))
  )
  return `{${texts.join(',')}}`
}
