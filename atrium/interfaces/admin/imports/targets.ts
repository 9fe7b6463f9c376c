import type { Access, ResourceField } from '#atrium/resource/main'

import { isUpload } from '../forms/is_upload.ts'

/** A field that a column of a file may fill, or be matched by */
export type Target = {
  field: ResourceField
  isWritable: boolean

  /** Tells rows apart: the key, or a field of which no two rows have the same */
  isUnique: boolean
}

/**
 * The fields that an import may use: those that the actor may set, and those that rows are found by.
 */
export function importTargets(access: Access): Target[] {
  const writable = new Set([...access.writable('create'), ...access.writable('update')])
  const hasOneKey = access.resource.key.length === 1

  return [...access.resource.fields.values()]
    .map((field) => ({
      field,
      isWritable: writable.has(field.name) && !isUpload(field),
      isUnique: access.readable.has(field.name) && tellsApart(field, hasOneKey),
    }))
    .filter(({ isWritable, isUnique }) => isWritable || isUnique)
}

function tellsApart({ isKey, description }: ResourceField, hasOneKey: boolean) {
  return (isKey && hasOneKey) || Boolean(description.unique)
}
