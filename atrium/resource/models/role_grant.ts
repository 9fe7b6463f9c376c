import { Model, Recorded, field, index } from '#atrium/model/main'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

import Role from './role.ts'

/**
 * Lets the holders of a role do one action with a resource, or all of them: `*`.
 */
export default class RoleGrant extends compose(Model, Recorded) {
  static table = 'role_grants'

  @field.id()
  declare id: number

  @field.foreignKey(() => Role, { index: false, onDelete: 'cascade' })
  declare roleId: number

  @field.string({ max: 63 })
  declare resource: string

  @field.string({ max: 63 })
  declare action: string

  /** The fields that it is about; without them all that the policy leaves */
  @field.array('text', { nullable: true })
  declare fields: string[] | null

  @belongsTo(() => Role)
  declare role: BelongsTo<typeof Role>

  static indexes = [index<RoleGrant>(['roleId', 'resource', 'action'], { unique: true })]
}
