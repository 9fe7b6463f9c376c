import { UserFactory } from '#database/factories/user_factory'

/** Somebody who may do everything. */
export async function administrator() {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  return user
}

/** Somebody who looks after what others write. */
export async function editor() {
  const user = await UserFactory.create()
  await user.takeOnRoles('editor')
  return user
}
