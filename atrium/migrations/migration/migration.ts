import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { count, execute } from './execute.ts'
import { outdented } from './indentation.ts'
import { runBackfill } from './backfill.ts'
import type { Backfill } from '../plan/steps.ts'
import { E_MIGRATION_REFUSED } from '../errors.ts'
import type { Guard, Loss } from '../decide/decisions.ts'

type Work = (client: QueryClientContract) => Promise<void>

/**
 * A migration that says its SQL as it is, and what has to hold before it runs. To Lucid it is a
 * migration like any other.
 */
export class Migration extends BaseSchema {
  /** The part of the application whose tables it is about */
  static component = 'app'

  /** Rows that must not be there. They are looked for before anything else of the file is done */
  static guards: Guard[] = []

  /** What going forth loses for good. `migration:run` asks for consent when there is any of it */
  static losses: Loss[] = []

  /** What going back loses. `migration:rollback` asks for consent when there is any of it */
  static lossesBack: Loss[] = []

  /**
   * Migrations in whose place this one came. Where they have run, it counts as run.
   * `migration:squash` writes it
   */
  static replaces: string[] = []

  /** Those among them that came in the place of others themselves, with these */
  static replacedBefore: Record<string, string[]> = {}

  /** Runs a statement. Indentation that its lines share with the first one is not part of it. */
  protected sql(statement: string) {
    const sql = outdented(statement)
    this.#work(sql, async (client) => void (await execute(client, sql)))
  }

  /**
   * Changes the rows that meet `where`, in batches when the file has no transaction. `set` must make
   * a row cease to meet it.
   *
   * @param work.batch about so many rows at a time
   */
  protected backfill({ batch = 5_000, ...work }: Backfill & { batch?: number }) {
    const inBatches = (this.constructor as typeof Migration).disableTransactions
    const sql = `update ${work.table} set ${work.set} where (${work.where})`

    this.#work(inBatches ? `${sql} /* in batches of ${batch} rows */` : sql, (client) =>
      runBackfill(client, work, batch)
    )
  }

  override async execUp() {
    const { guards } = this.constructor as typeof Migration
    for (const guard of guards) {
      this.#work(`${guard.count} /* must be 0 */`, (client) => this.#check(guard, client))
    }
    return super.execUp()
  }

  async #check(guard: Guard, client: QueryClientContract) {
    const rows = await count(client, guard.count)
    if (rows === 0) return

    const many = rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`
    throw new E_MIGRATION_REFUSED(
      `${this.file}: ${guard.message} (${many}). Nothing of this file was done.`
    )
  }

  /** Lucid does deferred work in its turn, and shows what has a `toQuery` in a dry run. */
  #work(sql: string, work: Work) {
    this.defer(Object.assign(work, { toQuery: () => sql }))
  }
}
