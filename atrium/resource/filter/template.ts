import { DateTime } from 'luxon'

import { formatFilter } from './format.ts'
import { parseOwnFilter } from './parse.ts'
import { writtenValue } from './quoting.ts'
import type { FilterNode } from './types.ts'

/**
 * Writes a filter in code. Values become literals whatever is in them, several become a list, and
 * other filters become parts. What is null is equal to nothing: a guest who has no id is not the
 * author of articles that have none.
 *
 * ```ts
 * filter`status = published OR authorId = ${actor.id}`
 * ```
 *
 * @throws E_FILTER it cannot be read
 */
export function filter(strings: TemplateStringsArray, ...values: unknown[]): FilterNode {
  return parseOwnFilter(String.raw({ raw: strings }, ...values.map(written)))
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '()'
  if (Array.isArray(value)) return `(${value.map(written).join(' OR ')})`
  if (isNode(value)) return `(${formatFilter(value)})`
  return writtenValue({ type: 'literal', value: textOf(value), quoted: true })
}

function isNode(value: unknown): value is FilterNode {
  const types = ['and', 'or', 'not', 'comparison', 'search']
  return typeof value === 'object' && types.includes((value as FilterNode).type)
}

function textOf(value: unknown) {
  if (DateTime.isDateTime(value)) return value.toUTC().toISO()!
  return value instanceof Date ? value.toISOString() : String(value)
}
