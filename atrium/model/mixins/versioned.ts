import { beforeFetch, beforeFind } from '@adonisjs/lucid/orm'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import type { Model } from '../model.ts'
import { expectVersion, keepVersion, selectVersion, staleRow, takeVersion } from './row_version.ts'

/** What the queries about a row have to do with its version */
const duties = {
  insert: [keepVersion],
  update: [expectVersion, keepVersion],
  delete: [expectVersion],
  refresh: [takeVersion],
}

/**
 * Refuses to write over what somebody else wrote since the row was read. The version is PostgreSQL's
 * own `xmin`: it takes no column, and every way to change the row changes it.
 *
 * Within one transaction the version stays the same, a savepoint gives a new one. A row that was
 * read with named columns has no version: it is written unchecked, as `query().update()` is.
 */
export function Versioned<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class VersionedModel extends superclass {
    @beforeFind()
    @beforeFetch()
    static selectVersion(query: any) {
      selectVersion(query)
    }

    /** The version that was read or written last, as text. */
    get version(): string | undefined {
      return this.$extras.xmin
    }

    /**
     * Has the next `save` or `delete` change the row only if it is still in this version: the one
     * that somebody saw in a form, say. Without one nothing changes.
     *
     * @throws E_STALE_ROW the row was read in another version already
     */
    expectVersion(expected?: string) {
      if (expected === undefined) return this
      if (this.version !== undefined && this.version !== expected) throw staleRow(this)

      this.$extras.xmin = expected
      return this
    }

    $getQueryFor(action: any, client: any): any {
      const query = super.$getQueryFor(action, client)
      for (const duty of duties[action as keyof typeof duties]) duty(query, this)
      return query
    }
  }

  return VersionedModel
}
