import { Model, Recorded, field } from '#atrium/model/main'
import { compose } from '@adonisjs/core/helpers'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'

import RoleGrant from './role_grant.ts'

/**
 * What several users may do. Whoever is signed in has the role `member`, everybody has `guest`, and
 * `administrator` may do everything that no policy refuses.
 */
export default class Role extends compose(Model, Recorded) {
  static table = 'roles'

  @field.id()
  declare id: number

  @field.string({ max: 60, unique: true, help: 'Policies may name it: small letters and dashes' })
  declare name: string

  @field.string({ max: 500, nullable: true })
  declare description: string | null

  @hasMany(() => RoleGrant)
  declare grants: HasMany<typeof RoleGrant>
}
