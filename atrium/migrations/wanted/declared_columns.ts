import type { FieldDescription, ModelDescription } from '#atrium/model/main'

import { checkedName } from './checked_name.ts'
import type { Registry } from './registry.ts'
import type { Column } from '../schema/types.ts'
import { defaultText } from './default_text.ts'

/**
 * The columns of a model's table, in the model's words.
 */
export function declaredColumns({ name, fields }: ModelDescription, registry: Registry): Column[] {
  return fields.map((field) => {
    const who = `${name}.${field.name}`
    return declaredColumn(field, registry.typeOf(field, who), checkedName(field.columnName, who))
  })
}

function declaredColumn(field: FieldDescription, type: string, name: string): Column {
  const counted = countedBy(field)

  return {
    name,
    type,
    nullable: field.nullable ?? false,
    default: field.kind === 'generated' ? null : defaultText(field),
    identity: counted === 'serial' ? null : counted,
    serial: counted === 'serial',
    generated: field.kind === 'generated' ? field.as : null,
    words: null,
    collation: (field as FieldDescription<'string'>).collation ?? null,
    comment: field.comment ?? null,
  }
}

/** How the database gives each row the next number, where it does */
function countedBy(field: FieldDescription) {
  if (field.kind === 'id') return field.generated ?? 'by default'

  const isWhole = field.kind === 'integer' || field.kind === 'bigint'
  return isWhole ? (field.generated ?? null) : null
}

/** A column that is there for a relation only. */
export function plainColumn(name: string, type: string, standard: string | null = null): Column {
  return {
    name,
    type,
    nullable: false,
    default: standard,
    identity: null,
    serial: false,
    generated: null,
    words: null,
    collation: null,
    comment: null,
  }
}
