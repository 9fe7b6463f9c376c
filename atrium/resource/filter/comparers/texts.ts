import { sql } from '#atrium/model/main'

import type { Literal } from '../types.ts'
import { compared, type Comparer, ORDER } from './comparer.ts'

/**
 * Text: `=` is exact, `:` looks for a part without regard to case. A star leaves an end open for both.
 *
 * @param type of the column, where indexes serve no other one
 */
export function textComparer(type: 'text' | 'bpchar' = 'text'): Comparer {
  const typed = (text: string) => (type === 'text' ? sql`${text}::text` : sql`${text}::bpchar`)

  return {
    takes: 'text',
    operators: ORDER,
    constant: (value) => (value.type === 'literal' && !value.open ? typed(value.value) : undefined),

    compare(column, operator, value) {
      if (value.type === 'function') return undefined
      if (operator === ':') return sql`${column} ilike ${patternOf(value, 'both')}`
      if (operator === '=' && value.open) return sql`${column} like ${patternOf(value)}`
      return value.open ? undefined : compared(column, operator, typed(value.value))
    },
  }
}

/**
 * The pattern of `like`: what is in the text stands for itself.
 *
 * @param usually which ends are open when none is said to be
 */
export function patternOf({ value, open }: Literal, usually?: Literal['open']) {
  const ends = open ?? usually
  const start = ends === 'start' || ends === 'both' ? '%' : ''
  const end = ends === 'end' || ends === 'both' ? '%' : ''
  return `${start}${value.replaceAll(/[\\%_]/g, '\\$&')}${end}`
}
