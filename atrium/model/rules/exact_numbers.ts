import vine from '@vinejs/vine'

import { Decimal } from '../decimal.ts'
import { fits } from '../codecs/numbers.ts'
import type { DeclaredField } from '../field_description.ts'

/** Numbers of JavaScript hold every decimal of so many digits, and give it back as it was written */
const EXACT_DIGITS = 15

/** So many digits no limit of a column has. What is longer is not worth the time to read it */
const MOST_DIGITS = 150_000

/**
 * A whole number of 64 bits: text, or a JSON number that JavaScript did not round. Gives a `bigint`.
 */
export const wholeNumber = vine.createRule<DeclaredField<'bigint'>>(
  (value, { min = -(2n ** 63n), max = 2n ** 63n - 1n }, field) => {
    const number = toBigint(value)

    if (number === undefined) {
      field.report(
        'The {{ field }} field must be a whole number, as text if it is large',
        'bigint',
        field
      )
    } else if (number < min) {
      field.report('The {{ field }} field must be at least {{ min }}', 'min', field, { min })
    } else if (number > max) {
      field.report('The {{ field }} field must be at most {{ max }}', 'max', field, { max })
    } else {
      field.mutate(number, field)
    }
  },
  {
    name: 'bigint',
    toJSONSchema: (schema) => Object.assign(schema, { type: 'string', pattern: '^-?[0-9]+$' }),
  }
)

function toBigint(value: unknown) {
  if (typeof value === 'bigint') return value
  if (Number.isSafeInteger(value)) return BigInt(value as number)

  const text = typeof value === 'string' ? value.trim() : ''
  return /^[+-]?\d{1,30}$/.test(text) ? BigInt(text.replace('+', '')) : undefined
}

/**
 * An exact decimal: text, or a JSON number of at most 15 digits, which is certain to be the one that
 * was written. Gives a `Decimal`. What the column would round is refused.
 */
export const exactDecimal = vine.createRule<DeclaredField<'decimal'>>(
  (value, { min, max, ...digits }, field) => {
    const number = toDecimal(value)

    if (number === undefined) {
      field.report(
        'The {{ field }} field must be a number, as text if it has more than 15 digits',
        'decimal',
        field
      )
    } else if (!fits(number, digits)) {
      field.report('The {{ field }} field has too many digits', 'digits', field, digits)
    } else if (min !== undefined && number.lt(min)) {
      field.report('The {{ field }} field must be at least {{ min }}', 'min', field, { min })
    } else if (max !== undefined && number.gt(max)) {
      field.report('The {{ field }} field must be at most {{ max }}', 'max', field, { max })
    } else {
      field.mutate(number, field)
    }
  },
  {
    name: 'decimal',
    toJSONSchema: (schema) => Object.assign(schema, { type: 'string', format: 'decimal' }),
  }
)

function toDecimal(value: unknown) {
  if (value instanceof Decimal) return value
  if (typeof value === 'number') return ofNumber(value)

  const text = typeof value === 'string' ? value.trim() : ''
  const isPlain = text.length <= MOST_DIGITS && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)
  return isPlain ? new Decimal(text.replace('+', '')) : undefined
}

function ofNumber(value: number) {
  if (!Number.isFinite(value)) return undefined

  const number = new Decimal(String(value))
  return number.c.length <= EXACT_DIGITS ? number : undefined
}
