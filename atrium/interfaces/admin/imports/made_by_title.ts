import type { Access } from '#atrium/resource/main'

/**
 * The field by which rows can be made that have nothing but a title; undefined where a row needs more, or
 * the actor may make none.
 */
export function madeByTitle(access: Access) {
  const { resource, actor } = access
  const { title } = resource
  const writable = access.writable('create')
  if (!title || !access.may('create') || !writable.has(title.name)) return undefined

  const preset = resource.policy?.preset(actor) ?? {}
  const needsMore = [...resource.fields.values()].some(
    ({ name, nullable, description }) =>
      name !== title.name &&
      writable.has(name) &&
      !nullable &&
      description.default === undefined &&
      !(name in preset) &&
      !(description.kind === 'slug' && description.from)
  )
  return needsMore ? undefined : title
}
