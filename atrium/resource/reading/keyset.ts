import { joined, sql, type Sql } from '#atrium/model/main'

import { allOf, anyOf } from './conditions.ts'
import type { SortKey } from './sort_keys.ts'

/** What a row has of each sort key, as text of the database, which loses nothing */
export type Position = (string | null)[]

/**
 * The rows that come after a position, as one or two conditions: what the first one holds comes before
 * what the second one does. They are apart because an index finds the first row of each at once, and
 * would not of both together: empty values lie at another end of it.
 */
export function rowsAfter(keys: readonly SortKey[], position: Position): Sql[] {
  if (isUniform(keys, position)) return [asRows(keys, position)]

  const [{ expression, nullable, nullsFirst, direction }, ...rest] = keys
  const [value, ...others] = position
  if (value === null) {
    const alike = allOf([sql`${expression} is null`, after(rest, others)])!
    return nullsFirst ? [alike, sql`${expression} is not null`] : [alike]
  }

  const bound = direction === 'asc' ? sql`>=` : sql`<=`
  const following = allOf([
    sql`${expression} ${bound} ${typed(keys[0], value)}`,
    after([{ ...keys[0], nullable: false }, ...rest], position),
  ])!
  return nullable && !nullsFirst ? [following, sql`${expression} is null`] : [following]
}

/** Whatever comes after, in one condition. */
function after(keys: readonly SortKey[], position: Position): Sql {
  if (!keys.length) return sql`false`
  if (isUniform(keys, position)) return asRows(keys, position)

  const [key, ...rest] = keys
  const [value, ...others] = position
  const alike = value === null ? sql`${key.expression} is null` : equal(key, value)
  return anyOf([later(key, value), rest.length ? allOf([alike, after(rest, others)]) : undefined])!
}

function later(key: SortKey, value: string | null) {
  const { expression, nullable, nullsFirst } = key
  if (value === null) return nullsFirst ? sql`${expression} is not null` : sql`false`

  const further = compared(key, value)
  return nullable && !nullsFirst ? anyOf([further, sql`${expression} is null`])! : further
}

/**
 * Whether one comparison of rows says it all: one direction, and no empty value comes after. Indexes
 * serve that best.
 */
function isUniform(keys: readonly SortKey[], position: Position) {
  return keys.every(
    ({ direction, nullable, nullsFirst }, index) =>
      direction === keys[0].direction && position[index] !== null && (!nullable || nullsFirst)
  )
}

function asRows(keys: readonly SortKey[], position: Position) {
  if (keys.length === 1) return compared(keys[0], position[0]!)

  const expressions = joined(keys.map(({ expression }) => expression))
  const values = joined(keys.map((key, index) => typed(key, position[index]!)))
  return sql`(${expressions}) ${operator(keys[0])} (${values})`
}

function compared(key: SortKey, value: string) {
  return sql`${key.expression} ${operator(key)} ${typed(key, value)}`
}

function equal(key: SortKey, value: string) {
  return sql`${key.expression} = ${typed(key, value)}`
}

function operator({ direction }: SortKey) {
  return direction === 'asc' ? sql`>` : sql`<`
}

function typed({ type }: SortKey, value: string) {
  return sql`${value}::${type}`
}
