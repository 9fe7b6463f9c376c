import { Decimal } from './decimal.ts'
import type { FieldDescription, FieldKind } from './field_description.ts'
import { E_ID_OUT_OF_RANGE } from './errors.ts'

/**
 * How a value travels between code, database and JSON. `undefined` stays `undefined` everywhere,
 * so that the database's own defaults apply.
 */
type Codec = {
  /** From code to the database */
  prepare?: (value: any) => any

  /** From the database to code */
  consume?: (value: any) => any

  /** From code to JSON */
  serialize?: (value: any) => any
}

/**
 * Keys: a number in code, although the database's bigint arrives as text.
 *
 * @throws E_ID_OUT_OF_RANGE rather than rounding
 */
export const idCodec: Codec = {
  consume: (value) => {
    if (value === null || value === undefined) {
      return value
    }

    const id = Number(value)
    if (!Number.isSafeInteger(id)) {
      throw new E_ID_OUT_OF_RANGE([String(value)])
    }
    return id
  },
}

/**
 * Whole numbers of 64 bits: `bigint` in code, text in JSON.
 */
export const bigintCodec: Codec = {
  consume: (value) => (value === null || value === undefined ? value : BigInt(value)),
  serialize: (value) => value?.toString() ?? null,
}

/**
 * Exact decimals: `Decimal` in code, text in the database's protocol and in JSON.
 */
export const decimalCodec: Codec = {
  prepare: (value) => value?.toFixed() ?? value,
  consume: (value) => (value === null || value === undefined ? value : new Decimal(value)),
  serialize: (value) => value?.toFixed() ?? null,
}

const plain: Codec = {}

/**
 * How each kind of field travels.
 */
export const codecs: { [K in FieldKind]: (field: FieldDescription<K>) => Codec } = {
  id: () => idCodec,
  string: () => plain,
  text: () => plain,
  slug: () => plain,
  email: () => plain,
  url: () => plain,
  integer: () => plain,
  bigint: () => bigintCodec,
  decimal: () => decimalCodec,
  float: () => plain,
  boolean: () => plain,
  date: () => plain,
  timestamp: () => plain,
  time: () => plain,
  duration: () => plain,
  enum: () => plain,
  json: () => ({ prepare: (value) => (value === undefined ? value : JSON.stringify(value)) }),
  uuid: () => plain,
  array: () => plain,
  binary: () => plain,
  file: () => plain,
  image: () => plain,
  inet: () => plain,
  generated: () => plain,
  foreignKey: () => idCodec,
  custom: () => plain,
}
