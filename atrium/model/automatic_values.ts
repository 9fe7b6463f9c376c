import { DateTime } from 'luxon'

import { newUuid } from './uuid.ts'
import type { Model } from './model.ts'
import type { DeclaredField } from './field_description.ts'

/**
 * Fills the fields of a new row that fill themselves: one moment for all, and UUIDs.
 */
export function fillNew(row: Model) {
  const now = DateTime.utc()

  for (const [name, field] of fieldsOf(row)) {
    if (hasValue(row, name)) continue
    if (isMoment(field) && (field.autoCreate || field.autoUpdate)) setValue(row, name, now)
    if (field.kind === 'uuid' && isAutomatic(field)) setValue(row, name, newUuid())
  }
}

/**
 * Stamps a row that is about to be changed.
 */
export function stampChanged(row: Model) {
  for (const [name, field] of fieldsOf(row)) {
    if (isMoment(field) && field.autoUpdate) setValue(row, name, DateTime.utc())
  }
}

/**
 * Whether a UUID is made in code where none is given: unless the field says otherwise, is empty on
 * purpose or has a default of its own.
 */
export function isAutomatic({ auto, nullable, ...field }: DeclaredField<'uuid'>) {
  return auto ?? (!nullable && field.default === undefined)
}

function isMoment(field: DeclaredField): field is DeclaredField<'date' | 'timestamp'> {
  return field.kind === 'date' || field.kind === 'timestamp'
}

function fieldsOf(row: Model) {
  return (row.constructor as typeof Model).$fields
}

function hasValue(row: any, name: string) {
  return row[name] !== undefined && row[name] !== null
}

function setValue(row: any, name: string, value: unknown) {
  row[name] = value
}
