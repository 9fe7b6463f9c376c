import { UserFactory } from '#database/factories/user_factory'

import { Visitor } from '../accounts/visitor.ts'

/**
 * Somebody with the role of an administrator, signed in with a browser without scripts.
 */
export async function administrator() {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')

  const visitor = new Visitor()
  await visitor.signIn(user.email)
  return { user, visitor }
}
