import type { Resource, ResourceRelation } from '#atrium/resource/main'

/** Where a row is shown. */
export function addressOf({ name }: Pick<Resource, 'name'>, key: string) {
  return `/admin/${name}/${encodeURIComponent(key)}`
}

/** The list of the rows that belong to a row by a foreign key of theirs. */
export function listAddressOf({ target, foreignKey }: ResourceRelation, key: string) {
  const filter = `${foreignKey} = ${JSON.stringify(key)}`
  return `/admin/${target.name}?filter=${encodeURIComponent(filter)}`
}
