import { DateTime, Duration } from 'luxon'
import type { FieldKind } from '#atrium/model/main'
import type { ResourceField } from '#atrium/resource/main'

import type { Reader } from '../reader.ts'
import { exactNumber } from './exact_number.ts'
import type { Presentation, Shown } from './shown.ts'

type Present = (value: any, context: Context) => Shown
type Context = Presentation & { field: ResourceField; reader: Reader }

/** Characters of a text that a cell has room for */
const CELL = 120

/** Items of a list that a cell has room for */
const CHIPS = 3

/**
 * How the values of each kind are shown to people. A new kind does not compile until it has its way.
 */
const WAYS: Record<FieldKind, Present> = {
  id: (value) => ({ look: 'number', text: String(value) }),
  string: text,
  text: longText,
  slug: code,
  email: (value) => link(`mailto:${value}`, value),
  url: (value) => (/^https?:/i.test(value) ? link(value, value) : code(value)),
  integer: (value, { reader }) => ({ look: 'number', text: reader.number(value) }),
  bigint: (value, { reader }) => ({ look: 'number', text: reader.number(BigInt(value)) }),
  decimal,
  float: (value, { reader }) => ({ look: 'number', text: exactNumber(String(value), reader) }),
  boolean: truth,
  date: (value, { reader }) => {
    const day = momentOf(value)
    return { look: 'time', iso: day.toISODate()!, text: reader.day(day), exact: reader.day(day) }
  },
  timestamp: (value, { reader }) => {
    const moment = momentOf(value)
    const iso = moment.toUTC().toISO()!
    return { look: 'time', iso, text: reader.moment(moment), exact: reader.exactMoment(moment) }
  },
  time: (value) => ({ look: 'text', text: String(value).replace(/(\d\d:\d\d):00(\.0+)?/, '$1') }),
  duration: (value, { reader }) => {
    const duration = Duration.isDuration(value) ? value : Duration.fromISO(value)
    return { look: 'text', text: duration.reconfigure({ locale: reader.locale }).toHuman() }
  },
  enum: (value) => ({ look: 'badge', text: String(value) }),
  json,
  uuid: code,
  array: chips,
  binary: () => ({ look: 'none' }),
  file: (value, { files, field }) => link(`${files}/${field.name}`, fileName(value), false),
  image: picture,
  inet: code,
  generated: text,
  foreignKey: (value) => ({ look: 'number', text: String(value) }),
  custom: text,
}

/**
 * What is printed for a value of a field, in the words, the language and the zone of the reader.
 */
export function presentValue(
  field: ResourceField,
  value: unknown,
  reader: Reader,
  presentation: Presentation = {}
): Shown {
  const isBlank = typeof value === 'string' && value.trim() === ''
  if (value === null || value === undefined || isBlank) return { look: 'none' }

  const chosen = field.choices?.find((choice) => String(choice.value) === String(value))
  if (chosen) return { look: 'badge', text: chosen.label }
  return WAYS[field.kind](value, { ...presentation, field, reader })
}

function text(value: unknown, { mode }: Context): Shown {
  return { look: 'text', text: mode === 'cell' ? shortened(String(value)) : String(value) }
}

function longText(value: string, { mode }: Context): Shown {
  return mode === 'cell' ? { look: 'text', text: shortened(value) } : { look: 'long', text: value }
}

/** With the digits that its column keeps: a price is 12.50. */
function decimal(value: unknown, { field, reader }: Context): Shown {
  const scale = field.description.kind === 'decimal' ? (field.description.scale ?? 0) : 0
  const [whole, digits = ''] = String(value).split('.')
  const written = scale > 0 ? `${whole}.${digits.padEnd(scale, '0')}` : String(value)
  return { look: 'number', text: exactNumber(written, reader) }
}

function code(value: unknown): Shown {
  return { look: 'code', text: String(value) }
}

function link(address: string, words: string, leadsOutside = true): Shown {
  return { look: 'link', address, text: words, leadsOutside }
}

function truth(value: boolean, { reader }: Context): Shown {
  return {
    look: 'truth',
    isTrue: value,
    text: reader.i18n.t(`admin.value.${value ? 'yes' : 'no'}`),
  }
}

function json(value: unknown, { mode }: Context): Shown {
  return mode === 'cell'
    ? { look: 'code', text: shortened(JSON.stringify(value)) }
    : { look: 'json', text: JSON.stringify(value, null, 2) }
}

function chips(values: unknown[], { mode, field, reader }: Context): Shown {
  if (values.length === 0) return { look: 'none' }

  const shown = mode === 'cell' ? values.slice(0, CHIPS) : values
  const rest = values.length - shown.length
  return {
    look: 'chips',
    chips: shown.map((value) => wordsOfItem(value, field, reader)),
    more: rest ? reader.i18n.t('admin.value.more', { count: rest }) : '',
  }
}

function wordsOfItem(value: unknown, field: ResourceField, reader: Reader) {
  const of = 'of' in field.description ? field.description.of : 'string'
  const shown = presentValue({ ...field, kind: of }, value, reader)
  return 'text' in shown ? shown.text : String(value)
}

function picture(value: string, { mode, files, field, reader }: Context): Shown {
  const name = reader.i18n.t('admin.value.picture', { name: fileName(value) })
  return {
    look: 'picture',
    address: `${files}/${field.name}`,
    text: name,
    size: mode === 'cell' ? 28 : 240,
  }
}

function fileName(key: string) {
  return String(key).split('/').at(-1)!
}

/** The history keeps moments as text. */
function momentOf(value: DateTime | Date | string) {
  if (DateTime.isDateTime(value)) return value
  return typeof value === 'string'
    ? DateTime.fromISO(value.replace(' ', 'T'), { zone: 'utc' })
    : DateTime.fromJSDate(value)
}

/** The beginning of a text, in one line. */
function shortened(long: string) {
  const line = long
    .slice(0, CELL * 2)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > CELL ? `${line.slice(0, CELL).trimEnd()}…` : line
}
