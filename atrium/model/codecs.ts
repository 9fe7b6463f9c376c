import './driver_types.ts'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import { E_FIELD_VALUE } from './errors.ts'
import { plain, type Codec } from './codecs/codec.ts'
import { arrayCodec } from './codecs/arrays.ts'
import { durationCodec } from './codecs/durations.ts'
import type { DeclaredField, FieldKind, ScalarKind } from './field_description.ts'
import { dateCodec, timestampCodec, wallClockCodec } from './codecs/moments.ts'
import {
  binaryCodec,
  enumCodec,
  jsonCodec,
  textCodec,
  timeCodec,
  uuidCodec,
} from './codecs/text.ts'
import {
  bigintCodec,
  booleanCodec,
  decimalCodec,
  floatCodec,
  idCodec,
  integerCodec,
} from './codecs/numbers.ts'

/**
 * How each kind of field travels.
 */
const codecs: { [K in FieldKind]: (field: DeclaredField<K>) => Codec } = {
  id: () => idCodec,
  string: () => textCodec,
  text: () => textCodec,
  slug: () => textCodec,
  email: () => textCodec,
  url: () => textCodec,
  integer: ({ bits }) => integerCodec(bits),
  bigint: () => bigintCodec,
  decimal: (field) => decimalCodec(field),
  float: () => floatCodec,
  boolean: () => booleanCodec,
  date: () => dateCodec,
  timestamp: ({ zone }) => (zone === false ? wallClockCodec : timestampCodec),
  time: () => timeCodec,
  duration: () => durationCodec,
  enum: ({ values }) => enumCodec(values),
  json: () => jsonCodec,
  uuid: () => uuidCodec,
  array: ({ of, ...digits }) =>
    arrayCodec(codecOf({ ...digits, kind: of } as DeclaredField<ScalarKind>)),
  binary: () => binaryCodec,
  file: () => textCodec,
  image: () => textCodec,
  inet: () => textCodec,
  generated: () => plain,
  foreignKey: ({ model, references }) => codecOfKey(model(), references),
  custom: () => plain,
}

/**
 * How a field travels. A foreign key travels like the property that it points to, so that both
 * compare equal.
 */
export function codecOf<K extends FieldKind>(field: DeclaredField<K>): Codec {
  return codecs[field.kind as K](field)
}

function codecOfKey(model: LucidModel, property = model.primaryKey): Codec {
  const key = model.$getColumn(property)?.meta?.field
  return key ? codecOf(key) : plain
}

/**
 * The functions that Lucid's `@column` takes. The codec is looked up when the first value travels:
 * models that point to each other are both there only then.
 *
 * @throws E_FIELD_VALUE the field cannot hold a value
 */
export function columnFunctions(field: DeclaredField) {
  let found: Codec | undefined
  const codec = () => (found ??= codecOf(field))
  const isNothing = (value: unknown) => value === null || value === undefined

  return {
    prepare(value: any, property: string, row: LucidRow) {
      if (isNothing(value) || isSql(value)) return value

      const { accepts, takes, prepare } = codec()
      if (accepts && !accepts(value)) throw refusal(row, property, value, takes)
      return prepare ? prepare(value) : value
    },

    consume(value: any, property: string, row: LucidRow) {
      if (isNothing(value)) return value

      const { consume, takes } = codec()
      const consumed = consume ? consume(value) : value
      if (consumed?.isValid === false) throw refusal(row, property, value, takes)
      return consumed
    },

    serialize(value: any) {
      if (isNothing(value) || isSql(value)) return value ?? null
      return codec().serialize?.(value) ?? value
    },
  }
}

/** SQL in place of a value, as in `row.count = db.raw('count + 1')` */
function isSql(value: any) {
  return typeof value === 'object' && ('toKnex' in value || 'knexQuery' in value)
}

function refusal(row: LucidRow, property: string, value: unknown, takes = 'something else') {
  const name = `${row.constructor.name}.${property}`
  return new E_FIELD_VALUE([name, shown(value), takes])
}

/** Enough of a value to recognise it */
function shown(value: unknown) {
  const text = typeof value === 'string' ? `"${value}"` : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}
