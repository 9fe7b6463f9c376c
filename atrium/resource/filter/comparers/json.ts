import { sql, type Sql } from '#atrium/model/main'

import { compared, type Comparer, ORDER } from './comparer.ts'
import { decimalComparer } from './numbers.ts'
import { textComparer } from './texts.ts'

/** JSON as a whole: `:` is whether an object has a key, or an array a text. */
export const jsonComparer: Comparer = {
  takes: 'a key',
  operators: [':'],
  compare: (column, _, value) =>
    value.type === 'literal' && !value.open
      ? sql`jsonb_exists(${column}::jsonb, ${value.value}::text)`
      : undefined,
}

/** What JSON has under some keys, as text. */
export function jsonText(column: Sql, keys: string[]) {
  return sql`(${column}::jsonb #>> ${keys}::text[])`
}

/**
 * A value within JSON: compared as text by `=` and `:`, and as a number by the others, where it is one.
 */
export function jsonValueComparer(column: Sql, keys: string[]): Comparer {
  const texts = textComparer()
  const number = sql`(case jsonb_typeof(${column}::jsonb #> ${keys}::text[])
    when 'number' then ${jsonText(column, keys)}::numeric end)`

  return {
    takes: 'text, or a number behind < and >',
    operators: ORDER,
    compare(text, operator, value, now) {
      if (operator === '=' || operator === ':') return texts.compare(text, operator, value, now)

      const constant = decimalComparer.constant!(value)
      return constant && compared(number, operator, constant)
    },
  }
}
