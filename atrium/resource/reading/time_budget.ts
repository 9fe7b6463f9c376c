import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#atrium/model/main'

import { run } from './run.ts'

/** PostgreSQL ended a statement that took too long */
const CANCELED = '57014'

/**
 * Runs some work that may take so long and no longer, in a transaction of its own, or in a savepoint of
 * the caller's. Returns undefined when the time was not enough.
 *
 * @param milliseconds for each statement
 */
export async function withinTime<Result>(
  client: QueryClientContract,
  milliseconds: number,
  work: (trx: TransactionClientContract) => Promise<Result>
): Promise<Result | undefined> {
  if (milliseconds < 1) return undefined

  try {
    return await client.transaction(async (trx) => {
      const [{ before }] = await run(
        trx,
        sql`select current_setting('statement_timeout') as before,
          set_config('statement_timeout', ${String(Math.floor(milliseconds))}, true)`
      )
      const result = await work(trx)

      /* A savepoint that is released keeps its settings until the transaction around it ends. */
      if (client.isTransaction) {
        await run(trx, sql`select set_config('statement_timeout', ${before}, true)`)
      }
      return result
    })
  } catch (error) {
    if ((error as { code?: string }).code === CANCELED) return undefined
    throw error
  }
}
