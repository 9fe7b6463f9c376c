import type { LucidRow } from '@adonisjs/lucid/types/model'

import type { Resource } from '../resource.ts'
import { keyText } from '../reading/row_key.ts'

/** The key of a row that was read or written, as text. */
export function keyOfRow(resource: Resource, row: LucidRow): string {
  const { model } = resource
  const parts = resource.key.map(({ name }) => {
    const value = (row as any)[name]
    return model.$getColumn(name)?.prepare?.(value, name, row) ?? value
  })
  return keyText(parts)
}
