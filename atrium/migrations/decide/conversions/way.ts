import { escapeLiteral } from 'pg'

import type { TypeParts } from './type_parts.ts'

/** What the value of a row is converted from, as SQL, and what into */
export type Journey = {
  /** SQL that gives the value */
  value: string
  from: TypeParts
  to: TypeParts

  /** The type to reach, as it is written in SQL */
  type: string

  /** Words of the enums of both sides, by the names of their types */
  words: Record<string, string[]>

  /** What becomes of a value that cannot be converted: `null`, unless the column must not be empty */
  nearest: (inRange: string) => string
}

/**
 * How a value gets from one type to another.
 */
export type Way = {
  /** SQL that gives the new value, exactly. Empty where PostgreSQL does it by itself, without a loss */
  sql: string

  /** Met by values that change or cannot be converted */
  offends?: string

  /** Converts all of them, come what may */
  lossy?: string

  /** What becomes of those: `cuts to 50 characters` */
  what?: string

  /** What they become by the lossy way, where `what` does not say it */
  instead?: string

  /** By the lossy way, values that offend become null */
  empties?: boolean

  /** PostgreSQL by itself refuses all values that offend */
  isStrict?: boolean
}

/**
 * SQL of that type that fails, with the value and a reason in PostgreSQL's message. It is text that no
 * number can be read from.
 */
export function failing({ value, type }: Journey, what: string) {
  return `(${escapeLiteral(`it ${what}: `)} || ${value}::text)::integer::text::${type}`
}

/** SQL that converts what can be, and fails for the rest. */
export function strict(journey: Journey, { sql, offends, what, isStrict }: Way) {
  if (!offends || isStrict) return sql

  const converted = sql === '' ? `${journey.value}::${journey.type}` : sql
  return `case when ${offends} then ${failing(journey, what!)} else ${converted} end`
}

/** A way by which values that offend become null. */
export function emptying(
  journey: Journey,
  way: { sql: string; offends: string; isStrict?: boolean }
): Way {
  return {
    ...way,
    lossy: `case when ${way.offends} then null else ${way.sql} end`,
    what: `is no ${journey.type}`,
    empties: true,
  }
}

export const SPACES = '[ \\t\\n\\v\\f\\r]*'
