import { DateTime } from 'luxon'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { beforeFetch, beforeFind, beforePaginate, scope } from '@adonisjs/lucid/orm'

import { field } from '../field.ts'
import type { Model } from '../model.ts'
import { leaveOutDeleted, showing } from './deleted_rows.ts'

/**
 * Marks rows as deleted instead of deleting them. Queries for models, relations that are preloaded,
 * counted or asked for with `whereHas`, all leave such rows out; the scopes `withDeleted` and
 * `onlyDeleted` show them.
 *
 * What goes past Lucid's hooks goes past this too: `query().delete()` deletes for good,
 * `query().update()` and `pojo()` see deleted rows. Rows that belong to a deleted one stay. A
 * unique field stays taken, unless it is an index of the rows that are left:
 * `index<Article>(['slug'], { unique: true, where: 'deleted_at is null' })`.
 */
export function SoftDeletes<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class SoftlyDeletedModel extends superclass {
    /** When the row was deleted; null as long as it is not */
    @field.timestamp({ nullable: true, guarded: true })
    declare deletedAt: DateTime | null

    /** Shows deleted rows beside the others. */
    static withDeleted = scope((query) => showing('all', query))

    /** Shows deleted rows and no others. */
    static onlyDeleted = scope((query) => showing('deleted', query))

    @beforeFind()
    @beforeFetch()
    static leaveOutDeleted(query: any) {
      leaveOutDeleted(query)
    }

    @beforePaginate()
    static leaveOutDeletedInCount([countQuery]: [any, any]) {
      leaveOutDeleted(countQuery)
    }

    get isDeleted() {
      return this.deletedAt !== null && this.deletedAt !== undefined
    }

    /** Marks the row as deleted, with the hooks of a deletion. Doing it twice changes nothing. */
    async delete() {
      if (this.isDeleted) return
      const { $hooks } = this.constructor as LucidModel

      await $hooks.runner('before:delete').run(this)
      await this.deleteQuietly()
      await $hooks.runner('after:delete').run(this)
    }

    /** Marks the row as deleted, without hooks. */
    async deleteQuietly() {
      await this.#mark(this.deletedAt ?? DateTime.utc())
    }

    /** Takes a deleted row back. */
    async restore() {
      await this.#mark(null)
      return this
    }

    /** Deletes the row for good, deleted already or not. */
    async forceDelete() {
      await super.delete()
    }

    /** Queries about this very row find it, deleted or not. */
    $getQueryFor(action: any, client: any): any {
      const query: any = super.$getQueryFor(action, client)
      return action === 'insert' ? query : showing('all', query)
    }

    /** Writes the mark and nothing else, so that changes that nobody saved stay unsaved. */
    async #mark(deletedAt: DateTime | null) {
      const { $adapter, $keys } = this.constructor as LucidModel
      const columnName = $keys.attributesToColumns.get('deletedAt', 'deletedAt')

      await $adapter.update(this, { [columnName]: deletedAt?.toJSDate() ?? null })
      this.deletedAt = deletedAt
      this.$original.deletedAt = deletedAt
    }
  }

  return SoftlyDeletedModel
}
