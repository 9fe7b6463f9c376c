import type { Access } from './access.ts'
import type { FieldSet } from './policy.ts'

/**
 * The fields that an actor's grants for some actions are about: together all of them name, or all fields
 * where one grant names none.
 */
export function grantedNames(access: Access, ...actions: string[]): FieldSet {
  if (access.actor.isAdministrator) return 'all'

  const lists = access.grantsOf(...actions).map(({ fields }) => fields)
  return lists.includes(null) ? 'all' : { only: lists.flatMap((fields) => fields ?? []) }
}
