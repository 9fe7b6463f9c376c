import type { Access, ResourceField, ResourceRelation } from '#atrium/resource/main'

import { isUpload } from '../forms/is_upload.ts'

/** What a column of a file may fill: a field, or a many-to-many relation; or what it may be matched by */
export type Target = {
  name: string
  label: string
  field?: ResourceField
  relation?: ResourceRelation
  isWritable: boolean

  /** Tells rows apart: the key, or a field of which no two rows have the same */
  isUnique: boolean
}

/**
 * The fields and relations that an import may use: those that the actor may set, and those that rows are
 * found by.
 */
export function importTargets(access: Access): Target[] {
  const writable = new Set([...access.writable('create'), ...access.writable('update')])
  const hasOneKey = access.resource.key.length === 1

  const fields = [...access.resource.fields.values()]
    .map((field) => ({
      name: field.name,
      label: field.label,
      field,
      isWritable: writable.has(field.name) && !isUpload(field),
      isUnique: access.readable.has(field.name) && tellsApart(field, hasOneKey),
    }))
    .filter(({ isWritable, isUnique }) => isWritable || isUnique)
  const relations = [...access.resource.relations.values()]
    .filter(({ name, type }) => type === 'manyToMany' && writable.has(name))
    .map((relation) => ({
      name: relation.name,
      label: relation.label,
      relation,
      isWritable: true,
      isUnique: false,
    }))
  return [...fields, ...relations]
}

function tellsApart({ isKey, description }: ResourceField, hasOneKey: boolean) {
  return (isKey && hasOneKey) || Boolean(description.unique)
}
