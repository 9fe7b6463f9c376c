import type { ResourceService } from '#atrium/resource/main'

/**
 * What becomes of rows of other resources when rows of this one are deleted, by relation: of those that
 * whoever acts may know of.
 */
export function goingAlong({ resource, access }: ResourceService) {
  return [...resource.relations.values()]
    .filter(({ name, type, onDelete }) => {
      const pointsHere = type === 'hasMany' || type === 'hasOne'
      return pointsHere && onDelete && access.readable.has(name)
    })
    .map(({ target, onDelete }) => ({ label: target.labelPlural, rule: onDelete! }))
}
