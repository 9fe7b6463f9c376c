import type { Access } from '#atrium/resource/main'

/** What somebody may do with one field or relation, and what stands in the way */
export type ExplainedField = {
  name: string
  label: string
  readable: boolean
  creatable: boolean
  updatable: boolean

  /** Why nobody at all may read or set it */
  because?: 'hidden' | 'key' | 'automatic'
}

/** Field by field, what somebody may read and set. */
export function explainedFields(access: Access): ExplainedField[] {
  const { resource } = access
  const mayRead = access.may('list') || access.may('show')
  const create = access.may('create') ? access.writable('create') : new Set<string>()
  const update = access.may('update') ? access.writable('update') : new Set<string>()
  const rights = (name: string) => ({
    readable: mayRead && access.readable.has(name),
    creatable: create.has(name),
    updatable: update.has(name),
  })

  const fields = [...resource.fields.values()].map(
    ({ name, label, isHidden, isKey, isSettable }) => {
      const because = isHidden ? 'hidden' : isKey ? 'key' : isSettable ? undefined : 'automatic'
      return { name, label, ...rights(name), ...(because && { because }) } as ExplainedField
    }
  )
  const relations = [...resource.relations.values()]
    .filter(({ isMany }) => isMany)
    .map(({ name, label }) => ({ name, label, ...rights(name) }))

  return [...fields, ...relations]
}
