import { Model, sql, identifier, joined } from '#atrium/model/main'
import { manyToMany } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import Role from './role.ts'
import RoleGrant from './role_grant.ts'
import { E_UNKNOWN_ROLE } from '../errors.ts'

/**
 * Gives users roles, which say what they may do with resources.
 */
export function HoldsRoles<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class RoleHolder extends superclass {
    static requires: LucidModel[] = [Role, RoleGrant]

    /** Fields by which people on a command line name a user, beside the key */
    static knownBy = ['username', 'email']

    @manyToMany(() => Role, { pivotTable: 'user_roles', pivotForeignKey: 'user_id' })
    declare roles: ManyToMany<typeof Role>

    /** The user with this key, or else known by this name in whatever case. */
    static async findHolder(text: string): Promise<LucidRow | null> {
      const columns = [this.primaryKey, ...this.knownBy]
        .filter((name) => this.$hasColumn(name))
        .map((name) => identifier(this.$getColumn(name)!.columnName))
      const same = columns.map((column) => sql`lower(${column}::text) = lower(${text}::text)`)
      const { text: condition, bindings } = joined(same, ' or ')

      const found = await this.query().whereRaw(condition, [...bindings])
      return found.find((user) => String(user.$primaryKeyValue) === text) ?? found[0] ?? null
    }

    /**
     * Gives the user these roles beside those that they have.
     *
     * @throws E_UNKNOWN_ROLE
     */
    async takeOnRoles(...names: string[]) {
      const ids = await this.#idsOf(names)
      await this.#client
        .insertQuery()
        .table('user_roles')
        .multiInsert(ids.map((id) => ({ user_id: this.$primaryKeyValue, role_id: id })))
        .onConflict(['user_id', 'role_id'])
        .ignore()
    }

    /**
     * Takes these roles from the user, where they have them.
     *
     * @throws E_UNKNOWN_ROLE
     */
    async layDownRoles(...names: string[]) {
      const ids = await this.#idsOf(names)
      await this.#client
        .from('user_roles')
        .where('user_id', this.$primaryKeyValue!)
        .whereIn('role_id', ids)
        .delete()
    }

    async #idsOf(names: string[]) {
      const roles = await Role.query({ client: this.#client }).orderBy('name')
      const unknown = names.find((name) => !roles.some((role) => role.name === name))
      if (unknown !== undefined) {
        throw new E_UNKNOWN_ROLE([unknown, roles.map(({ name }) => name).join(', ')])
      }

      return roles.filter(({ name }) => names.includes(name)).map(({ id }) => id)
    }

    get #client() {
      return (this.constructor as typeof Model).$adapter.modelClient(this)
    }
  }

  return RoleHolder
}
