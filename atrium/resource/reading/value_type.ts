import { Sql, describe, type FieldDescription, type FieldKind } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { ResourceField } from '../resource_field.ts'

const TYPES: Partial<Record<FieldKind, string>> = {
  id: 'bigint',
  string: 'text',
  text: 'text',
  slug: 'text',
  email: 'text',
  url: 'text',
  integer: 'bigint',
  bigint: 'bigint',
  decimal: 'numeric',
  boolean: 'boolean',
  date: 'date',
  duration: 'interval',
  uuid: 'uuid',
  file: 'text',
  image: 'text',
  inet: 'inet',
}

const TEXTS: FieldKind[] = ['string', 'text', 'slug', 'email', 'url', 'file', 'image']

const WHOLE_NUMBERS: FieldKind[] = ['id', 'integer', 'bigint']

/** Types of PostgreSQL that have no order, or none that says anything */
const UNORDERED = /^(json|xml|point|line|lseg|box|path|polygon|circle|tsvector|tsquery)/i

/**
 * The type of PostgreSQL that a value is given for a comparison with a field, so that the field's
 * index serves, and nothing is rounded on the way.
 */
export function valueType(field: ResourceField): Sql {
  const description = valueDescription(field.description)
  return new Sql(TYPES[description.kind] ?? ownType(description))
}

/** Whether rows can be put in the order of a field, or be grouped by it. */
export function isSortable(field: ResourceField) {
  const { kind, ...rest } = valueDescription(field.description) as { kind: FieldKind; type: string }
  if (kind === 'generated' || kind === 'custom') return !UNORDERED.test(rest.type)
  return !['json', 'array', 'binary'].includes(kind)
}

/** Whether a field holds text, which can be looked into. */
export function isText({ kind }: ResourceField) {
  return TEXTS.includes(kind)
}

/** Whether a field holds whole numbers. */
export function isWholeNumber({ kind }: ResourceField) {
  return WHOLE_NUMBERS.includes(kind)
}

/** Whether what a field holds has no end in sight: a part of it is enough to sort by. */
export function isLong(field: ResourceField) {
  const description = valueDescription(field.description)
  return (
    ['text', 'file', 'image'].includes(description.kind) ||
    ('max' in description && Number(description.max) > 500)
  )
}

/** A foreign key holds what the key that it points to holds. */
export function valueDescription(description: FieldDescription): FieldDescription {
  if (description.kind !== 'foreignKey') return description

  const model: LucidModel = description.model()
  const key = description.references ?? model.primaryKey
  return valueDescription(describe(model).fields.find(({ name }) => name === key)!)
}

function ownType(description: FieldDescription) {
  switch (description.kind) {
    case 'float':
      return description.bits === 32 ? 'real' : 'double precision'
    case 'timestamp':
      return description.zone === false ? 'timestamp' : 'timestamptz'
    case 'time':
      return description.zone ? 'timetz' : 'time'
    case 'enum':
      return description.type ? `"${description.type.replaceAll('"', '""')}"` : 'text'
    case 'generated':
    case 'custom':
      return description.type
    default:
      return 'text'
  }
}
