import { sql } from '#atrium/model/main'

import { exact } from './comparer.ts'

const BIGGEST = 2n ** 63n
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** Whole numbers of any width: PostgreSQL compares them with each other by index. */
export const wholeComparer = exact({
  takes: 'a whole number',
  read(text) {
    if (!/^[+-]?\d+$/.test(text)) return undefined

    const number = BigInt(text.replace('+', ''))
    return number >= -BIGGEST && number < BIGGEST ? sql`${String(number)}::bigint` : undefined
  },
})

/** Exact decimals, digit by digit. */
export const decimalComparer = exact({
  takes: 'a number',
  read: (text) => (DECIMAL.test(text) ? sql`${text}::numeric` : undefined),
})

/** Binary fractions, rounded as those of the column are. */
export const floatComparer = (bits: 32 | 64 = 64) =>
  exact({
    takes: 'a number',
    read(text) {
      const number = bits === 32 ? Math.fround(Number(text)) : Number(text)
      if (!FLOAT.test(text) || !Number.isFinite(number)) return undefined
      return bits === 32 ? sql`${String(number)}::real` : sql`${String(number)}::double precision`
    },
  })
