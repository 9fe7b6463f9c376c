import type { Codec } from './codec.ts'
import { Decimal } from '../decimal.ts'
import { E_ID_OUT_OF_RANGE } from '../errors.ts'

const BIGGEST = 2n ** 63n

/**
 * Keys: a number in code, although the database's bigint arrives as text.
 *
 * @throws E_ID_OUT_OF_RANGE rather than rounding
 */
export const idCodec = {
  takes: 'a whole number that JavaScript holds exactly',
  accepts: (value) => Number.isSafeInteger(value),
  consume: (value) => {
    const id = Number(value)
    if (!Number.isSafeInteger(id)) {
      throw new E_ID_OUT_OF_RANGE([String(value)])
    }
    return id
  },
} satisfies Codec

/**
 * Whole numbers of so many bits.
 */
export const integerCodec = (bits: 16 | 32 | 64 = 32): Codec => ({
  takes: `a whole number between ${-(2 ** (bits - 1))} and ${2 ** (bits - 1) - 1}`,
  accepts: (value) =>
    Number.isSafeInteger(value) && value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1),
})

/**
 * Whole numbers of 64 bits: `bigint` in code, text in JSON.
 */
export const bigintCodec: Codec = {
  takes: `a bigint between ${-BIGGEST} and ${BIGGEST - 1n}`,
  accepts: (value) => typeof value === 'bigint' && value >= -BIGGEST && value < BIGGEST,
  consume: (value) => BigInt(value),
  serialize: (value) => value.toString(),
}

/**
 * Exact decimals: `Decimal` in code, text in the database's protocol and in JSON. More digits than
 * the column has would be rounded by the database, and are refused.
 */
export const decimalCodec = ({ precision, scale }: Digits = {}): Codec => ({
  takes: precision
    ? `a Decimal of ${precision} digits, ${scale ?? 0} of them behind the point`
    : 'a Decimal',
  accepts: (value) => value instanceof Decimal && fits(value, { precision, scale }),
  prepare: (value) => value.toFixed(),
  consume: (value) => new Decimal(value),
  serialize: (value) => value.toFixed(),
})

type Digits = { precision?: number; scale?: number }

/**
 * Whether no digit of a number is lost in a column of so many digits.
 */
export function fits(value: Decimal, { precision, scale = 0 }: Digits) {
  if (precision === undefined) return true

  const behindPoint = Math.max(0, value.c.length - 1 - value.e)
  const beforePoint = value.eq('0') ? 0 : Math.max(0, value.e + 1)
  return behindPoint <= scale && beforePoint <= precision - scale
}

/**
 * Binary fractions. The database would also hold what is no number; nothing else could.
 */
export const floatCodec: Codec = {
  takes: 'a finite number',
  accepts: (value) => Number.isFinite(value),
}

/**
 * Yes or no.
 */
export const booleanCodec: Codec = {
  takes: 'true or false',
  accepts: (value) => typeof value === 'boolean',
}
