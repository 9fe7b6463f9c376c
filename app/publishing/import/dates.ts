import { DateTime } from 'luxon'
import { TomlDate } from 'smol-toml'

/**
 * `2015-01-20`, `2015/1/20 10:00`, `2015-01-20 10:00:00 -0800`, `2015-01-20T10:00:00.5Z`. Ruby, and
 * so Jekyll, does not mind the year once more after the time, as git writes it.
 */
const NUMERIC =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(?:\s+\1)?\s*(?:Z|UTC|GMT|([+-]\d{2}):?(\d{2})?)?$/i

const IN_WORDS = [
  'MMMM d, yyyy',
  'MMM d, yyyy',
  'd MMMM yyyy',
  'd MMM yyyy',
  'EEE MMM d HH:mm:ss yyyy ZZZ',
]

/**
 * Reads a date in any form that front matter has it in. Times without a zone are taken as UTC.
 * Null when it cannot be read.
 */
export function readDate(value: unknown) {
  const text = asText(value).trim()
  const date = fromNumbers(text) ?? fromWords(text)

  return date?.isValid ? date.toUTC() : null
}

function asText(value: unknown) {
  if (value instanceof TomlDate) return value.isTime() ? '' : value.toISOString()
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return String(value ?? '')
}

function fromNumbers(text: string) {
  const match = text.match(NUMERIC)
  if (!match) return null

  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const zone = match[7] ? `UTC${match[7]}:${match[8] ?? '00'}` : 'utc'
  return DateTime.fromObject({ year, month, day, hour, minute, second }, { zone })
}

function fromWords(text: string) {
  const forms = [
    DateTime.fromRFC2822(text, { zone: 'utc' }),
    ...IN_WORDS.map((form) => DateTime.fromFormat(text, form, { zone: 'utc', locale: 'en' })),
  ]

  return forms.find(({ isValid }) => isValid)
}
