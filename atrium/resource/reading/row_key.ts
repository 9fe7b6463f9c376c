import { identifier, joined, sql, type Sql } from '#atrium/model/main'

import { isWholeNumber, valueType } from './value_type.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'
import type { RowKey } from '../service/types.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const BIGGEST = 2n ** 63n

/** Stands between the parts of a composite key */
const SEPARATOR = '~'

/** The key of a row as text, of the values of its parts. */
export function keyText(parts: readonly unknown[]): string {
  return parts.map(String).join(SEPARATOR)
}

/** The parts of a composite key. */
export function splitKey(key: RowKey): string[] {
  return key.split(SEPARATOR)
}

/** The key of a row as text, as SQL. */
export function keySql(resource: Resource, alias: string): Sql {
  const parts = resource.key.map(({ column }) => sql`${identifier(alias, column)}::text`)
  return joined(parts, ` || '${SEPARATOR}' || `)
}

/**
 * The values that a key says, one for each part of the primary key; undefined when no row of the resource
 * can have such a key.
 */
export function keyParts({ key: fields }: Resource, key: RowKey): string[] | undefined {
  const parts = fields.length > 1 ? splitKey(key) : [key]
  const fits =
    parts.length === fields.length && fields.every((field, index) => canBe(field, parts[index]))
  return fits ? parts : undefined
}

/** The rows with one of these keys. Keys that no row can have are passed over. */
export function keysCondition(resource: Resource, alias: string, keys: readonly RowKey[]): Sql {
  const known = keys.map((key) => keyParts(resource, key)).filter((parts) => parts !== undefined)
  if (!known.length) return sql`false`

  const fields = resource.key
  if (fields.length === 1) {
    const [field] = fields
    const values = known.map(([value]) => value)
    return sql`${identifier(alias, field.column)} = any(${values}::${valueType(field)}[])`
  }

  const columns = joined(fields.map(({ column }) => identifier(alias, column)))
  const lists = fields.map(
    (field, index) => sql`${known.map((parts) => parts[index])}::${valueType(field)}[]`
  )
  return sql`(${columns}) in (select * from unnest(${joined(lists)}))`
}

/** The row with this key. */
export function keyCondition(resource: Resource, alias: string, key: RowKey): Sql {
  const parts = keyParts(resource, key)
  if (!parts) return sql`false`

  const conditions = resource.key.map(
    (field, index) => sql`${identifier(alias, field.column)} = ${typed(field, parts[index])}`
  )
  return joined(conditions, ' and ')
}

function typed(field: ResourceField, value: string) {
  return sql`${value}::${valueType(field)}`
}

/** What PostgreSQL would refuse to read is no key. */
function canBe(field: ResourceField, text: string) {
  if (text.includes('\0')) return false
  if (isWholeNumber(field)) {
    return /^-?\d{1,19}$/.test(text) && BigInt(text) < BIGGEST && BigInt(text) >= -BIGGEST
  }
  if (field.kind === 'uuid') return UUID.test(text)
  if (field.kind === 'decimal') return /^-?\d{1,1000}(\.\d{1,1000})?$/.test(text)
  if (field.kind === 'date' || field.kind === 'timestamp') return !Number.isNaN(Date.parse(text))
  return true
}
