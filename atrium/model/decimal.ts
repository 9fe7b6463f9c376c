import Big from 'big.js'

/**
 * Exact decimal numbers. A constructor of our own, so that its settings are nobody else's.
 *
 * - strict: made from strings and bigints, never from JavaScript numbers, which are rounded
 *   before anybody can look at them; `valueOf()` throws, so `+` and `<` cannot round either.
 * - plain notation: never an exponent, however large or small.
 */
export const Decimal = Big()

Decimal.strict = true
Decimal.NE = -1_000_000
Decimal.PE = 1_000_000

/**
 * An exact decimal number.
 */
export type Decimal = Big

/**
 * What `pg` sends for a Decimal that it finds in a query.
 */
Object.defineProperty(Decimal.prototype, 'toPostgres', {
  value(this: Decimal) {
    return this.toFixed()
  },
})
