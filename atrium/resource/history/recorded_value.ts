import { DateTime } from 'luxon'
import { Decimal, type FieldKind } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { ResourceField } from '../resource_field.ts'

const READERS: Partial<Record<FieldKind, (value: any) => unknown>> = {
  bigint: (value) => BigInt(value),
  decimal: (value) => new Decimal(String(value)),
  date: (value) => DateTime.fromISO(value, { zone: 'utc' }),
  timestamp: (value) => DateTime.fromISO(value, { zone: 'utc' }),
  id: (value) => Number(value),
  json: (value) => value,
}

/** A value of the history, as the model's own code has it. */
export function recordedValue(model: LucidModel, field: ResourceField, value: unknown): unknown {
  if (value === null || value === undefined) return null

  const read = READERS[field.kind]
  if (read) return read(value)
  return model.$getColumn(field.name)?.consume?.(value, field.name, new model()) ?? value
}
