import { Actor, Role, RoleGrant } from '#atrium/resource/main'
import { UserFactory } from '#database/factories/user_factory'

type Given = { resource?: string; action?: string; fields?: string[] }

let roles = 0

/**
 * Somebody with a role of their own for each of the grants, and what everybody has.
 */
export async function actorWith(...grants: Given[]) {
  const user = await UserFactory.create()

  for (const { resource = 'articles', action = '*', fields = null } of grants) {
    const { id, name } = await Role.create({ name: `role-${++roles}`, description: null })
    await RoleGrant.create({ roleId: id, resource, action, fields })
    await user.takeOnRoles(name)
  }
  return Actor.of(user).load()
}

/** Somebody who has the role administrator. */
export async function administrator() {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  return Actor.of(user).load()
}
