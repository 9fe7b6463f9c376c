import { DateTime } from 'luxon'

const ISO =
  /^\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/i

/** A moment, with the digits of its second that a DateTime has no room for */
export type Moment = { at: DateTime; fraction?: string }

/**
 * What is meant by a date or a time: a moment, or everything from a first moment up to another one. The
 * 20th of November is a whole day, 10:30 a whole minute.
 */
export type Span = { from: Moment; until?: Moment; hasOffset: boolean; unit: Unit }

export type Unit = 'year' | 'month' | 'day' | 'minute' | 'second' | 'moment'

/**
 * Reads a date, or a date and a time, in ISO 8601. Without an offset it is meant in the zone.
 */
export function spanOf(text: string, zone: DateTime['zone'] | 'utc'): Span | undefined {
  if (!ISO.test(text)) return undefined

  const fraction = /\.(\d+)/.exec(text)?.[1]
  const at = DateTime.fromISO(text.replace(' ', 'T').replace(/\.\d+/, ''), { zone })
  if (!at.isValid) return undefined

  const unit = unitOf(text, fraction)
  const hasOffset = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text.replace(' ', 'T'))
  return {
    from: { at, fraction },
    until: unit === 'moment' ? undefined : { at: at.plus({ [unit]: 1 }) },
    hasOffset,
    unit,
  }
}

function unitOf(text: string, fraction?: string): Unit {
  if (fraction !== undefined) return 'moment'
  if (text.length === 4) return 'year'
  if (text.length === 7) return 'month'
  if (text.length === 10) return 'day'
  return /\d\d:\d\d:\d\d/.test(text) ? 'second' : 'minute'
}
