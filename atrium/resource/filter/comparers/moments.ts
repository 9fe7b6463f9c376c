import type { DateTime } from 'luxon'
import { sql, type Sql } from '#atrium/model/main'

import { compared, type Comparer, type Comparing, ORDER, type Scalar } from './comparer.ts'
import { timeFunction } from './time_functions.ts'
import { type Moment, type Span, spanOf } from './spans.ts'

type Kind = {
  takes: string

  /** A moment as the database takes it */
  written: (moment: Moment) => Sql

  /** What a filter says, as far as a column of this kind can hold it */
  fitting: (span: Span) => Span | undefined

  /** Whether days are those of the actor's zone, or the same everywhere */
  isZoned: boolean
}

/** Moments, in the actor's zone where nothing else is said. */
export const timestampComparer = withDatabaseTime(
  momentComparer({
    takes: 'a day such as 2026-11-20, a moment such as 2026-11-20T17:30, or today(), ago("7d")',
    written: ({ at, fraction }) => sql`${`${timeOf(at.toUTC(), fraction)}+00`}::timestamptz`,
    fitting: (span) => span,
    isZoned: true,
  })
)

/** Times on the wall, without a zone. */
export const wallClockComparer = momentComparer({
  takes: 'a day such as 2026-11-20, a time such as 2026-11-20T17:30, or today(), ago("7d")',
  written: ({ at, fraction }) => sql`${timeOf(at, fraction)}::timestamp`,
  fitting: (span) => (span.hasOffset ? undefined : span),
  isZoned: false,
})

/** Days. */
export const dateComparer = momentComparer({
  takes: 'a day such as 2026-11-20, or today(), ago("7d")',
  written: ({ at }) => sql`${at.toFormat('yyyy-MM-dd')}::date`,
  isZoned: false,
  fitting(span) {
    if (span.unit === 'year' || span.unit === 'month') return span
    return span.unit === 'day' || isDayOfCode(span) ? { ...span, until: undefined } : undefined
  },
})

/** In code a day is the midnight in UTC that it begins with. */
function isDayOfCode({ hasOffset, from: { at, fraction } }: Span) {
  return hasOffset && fraction === '000' && at.toUTC().toMillis() % 86_400_000 === 0
}

function momentComparer({ takes, written, fitting, isZoned }: Kind): Comparer {
  const read = (value: Scalar, now: DateTime) => {
    if (value.type === 'function') {
      const span = timeFunction(value, now)
      return fitting(span) ?? fitting({ ...span, unit: 'day' })
    }

    const span = value.open ? undefined : spanOf(value.value, isZoned ? now.zone : 'utc')
    return span && fitting(span)
  }

  return {
    takes,
    operators: ORDER,
    compare(column, operator, value, now) {
      const span = read(value, now)
      return span && isWritable(span) ? within(column, operator, span, written) : undefined
    },
  }
}

/** What the database dated just now is not later than now, however exact its clock is. */
function withDatabaseTime(comparer: Comparer): Comparer {
  return {
    ...comparer,
    compare(column, operator, value, now) {
      const isNow = value.type === 'function' && value.name === 'now' && value.args.length === 0
      return isNow
        ? compared(column, operator, sql`statement_timestamp()`)
        : comparer.compare(column, operator, value, now)
    },
  }
}

/** PostgreSQL writes years before the first and after the last in other ways */
function isWritable({ from, until }: Span) {
  return [from, ...(until ? [until] : [])].every(({ at }) => {
    const { year } = at.toUTC()
    return at.isValid && year > 0 && year <= 10_000
  })
}

function within(column: Sql, operator: Comparing, { from, until }: Span, written: Kind['written']) {
  const start = written(from)
  if (!until) return compared(column, operator, start)

  const end = written(until)
  switch (operator) {
    case '<':
      return sql`${column} < ${start}`
    case '>=':
      return sql`${column} >= ${start}`
    case '<=':
      return sql`${column} < ${end}`
    case '>':
      return sql`${column} >= ${end}`
    default:
      return sql`(${column} >= ${start} and ${column} < ${end})`
  }
}

function timeOf(at: DateTime, fraction?: string) {
  const milliseconds = String(at.millisecond).padStart(3, '0')
  return `${at.toFormat('yyyy-MM-dd HH:mm:ss')}.${fraction ?? milliseconds}`
}
