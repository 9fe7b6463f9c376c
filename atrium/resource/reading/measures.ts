import { Decimal, identifier, sql, type Sql } from '#atrium/model/main'

import { ROWS } from './joins.ts'
import { valueOf } from './row_columns.ts'
import { isSortable } from './value_type.ts'
import { E_UNKNOWN_NAME } from '../errors.ts'
import type { Access } from '../policy/access.ts'
import type { ResourceField } from '../resource_field.ts'

/** Something that many rows come to: how many there are, or what a field of theirs does */
export type Measure =
  { of: 'count' } | { of: 'sum' | 'average' | 'smallest' | 'greatest'; field: string }

/** A measure as SQL, and its value as code has it */
export type MeasureColumn = { sql: Sql; read: (value: any) => unknown }

const FUNCTIONS = { sum: sql`sum`, average: sql`avg`, smallest: sql`min`, greatest: sql`max` }

/**
 * A measure of the rows that a statement reads. Sums and averages are exact where the field is.
 *
 * @throws E_UNKNOWN_NAME the actor may not read the field, or it cannot be measured so
 */
export function measureColumn(access: Access, measure: Measure): MeasureColumn {
  if (measure.of === 'count') return { sql: sql`count(*)`, read: Number }

  const { resource } = access
  const field = access.field(measure.field)
  const read = field && readerOf(access, field, measure.of)
  if (!read) throw new E_UNKNOWN_NAME([resource.name, measure.field])

  return { sql: sql`${FUNCTIONS[measure.of]}(${identifier(ROWS, field.column)})`, read }
}

function readerOf({ resource }: Access, field: ResourceField, of: keyof typeof FUNCTIONS) {
  const asField = (value: unknown) => valueOf(resource.model, field.name, value)
  if (of === 'smallest' || of === 'greatest') {
    return isSortable(field) && !['boolean', 'uuid'].includes(field.kind) ? asField : undefined
  }
  if (field.isKey || field.description.kind === 'foreignKey') return undefined

  switch (field.kind) {
    case 'integer':
    case 'bigint':
      return of === 'sum' ? unlessNull(BigInt) : unlessNull(decimal)
    case 'decimal':
      return unlessNull(decimal)
    case 'float':
      return unlessNull(Number)
    case 'duration':
      return asField
    default:
      return undefined
  }
}

function decimal(value: string) {
  return new Decimal(value)
}

/** Without rows there is no sum, and no average */
function unlessNull(read: (value: any) => unknown) {
  return (value: unknown) => (value === null ? null : read(value))
}
