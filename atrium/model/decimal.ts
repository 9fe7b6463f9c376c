import Big from 'big.js'

/**
 * Exact decimal numbers. A constructor of our own, so that its settings are nobody else's.
 *
 * - strict: made from strings and bigints, never from JavaScript numbers, which are rounded
 *   before anybody can look at them.
 * - plain notation: never an exponent, however large or small.
 * - no silent conversion: `a + b` and `a < b` throw, since they would round. Use `plus` and `lt`.
 */
export const Decimal = Big()

Decimal.strict = true
Decimal.NE = -1_000_000
Decimal.PE = 1_000_000

/**
 * An exact decimal number.
 */
export type Decimal = Big

Object.defineProperties(Decimal.prototype, {
  /**
   * What `pg` sends for a Decimal that it finds in a query.
   */
  toPostgres: {
    value(this: Decimal) {
      return this.toFixed()
    },
  },

  /**
   * What Lucid compares to see whether a field was changed.
   */
  valueOf: {
    value(this: Decimal) {
      return this.toFixed()
    },
  },

  /**
   * What operators ask for. Text is exact, a number is not.
   */
  [Symbol.toPrimitive]: {
    value(this: Decimal, hint: 'string' | 'number' | 'default') {
      if (hint === 'string') {
        return this.toFixed()
      }

      throw new TypeError(
        `A Decimal does not take part in "+" or "<", which would round it. Use its methods: plus, lt, eq ...`
      )
    },
  },
})
