import { compose } from '@adonisjs/core/helpers'
import { Role } from '#atrium/resource/main'
import { Model, Recorded, field, index } from '#atrium/model/main'

import User from './user.ts'

/**
 * Says that a user has a role.
 */
export default class UserRole extends compose(Model, Recorded) {
  @field.foreignKey(() => User, { primary: true, index: false, onDelete: 'cascade' })
  declare userId: number

  @field.foreignKey(() => Role, { primary: true, index: false, onDelete: 'cascade' })
  declare roleId: number

  static indexes = [index<UserRole>(['roleId', 'userId'])]
}
