import { identifier, sql, type Sql } from '#atrium/model/main'

import { isWholeNumber, valueType } from './value_type.ts'
import type { FilterTarget } from '../filter/target.ts'
import type { ResourceField } from '../resource_field.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const EMAIL = /^[^@\s]+@[^@\s]+$/
const NUMBER = /^#?(\d{1,18})$/

/**
 * The very row that a word names: by its key, or by a unique field that holds numbers, UUIDs or
 * addresses. `#17` is a key as well.
 */
export function jumps(target: FilterTarget, word: string, alias: string): Sql[] {
  const { resource } = target
  const isAlone = resource.key.length === 1

  return [...resource.fields.values()]
    .filter(
      (field) => target.field(field.name) && (field.description.unique || (field.isKey && isAlone))
    )
    .map((field) => jump(field, word, alias))
    .filter((condition) => condition !== undefined)
}

function jump(field: ResourceField, word: string, alias: string): Sql | undefined {
  const value = valueFor(field, word)
  if (value === undefined) return undefined
  return sql`${identifier(alias, field.column)} = ${value}::${valueType(field)}`
}

function valueFor(field: ResourceField, word: string) {
  if (isWholeNumber(field)) return NUMBER.exec(word)?.[1]
  if (field.kind === 'uuid') return UUID.test(word) ? word : undefined
  if (field.kind === 'email') return EMAIL.test(word) ? word : undefined
  return undefined
}
