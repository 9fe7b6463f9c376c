import { setTimeout as pause } from 'node:timers/promises'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

import type { Model } from './model.ts'

/** How often a transaction is tried again that lost against another one */
const RETRIES = 3

/** Deadlock, and serialization failure: PostgreSQL ended one of two so that the other can go on */
const LOST = ['40P01', '40001']

/**
 * Runs `work` in a transaction, and again, a little later, when PostgreSQL ended it in favour of
 * another one. `work` may therefore do nothing that cannot be taken back.
 *
 * @param model a row that `work` changes. When the transaction fails it counts as changed again,
 * where Lucid would take it for saved
 * @throws the error of the last attempt
 */
export async function transaction<Result>(
  client: Pick<QueryClientContract, 'transaction'>,
  work: (trx: TransactionClientContract) => Promise<Result>,
  model?: Model
): Promise<Result> {
  const original = { ...model?.$original }

  for (let attempt = 1; ; attempt++) {
    try {
      return await client.transaction(work)
    } catch (error) {
      if (model) model.$original = { ...original }
      if (attempt > RETRIES || !LOST.includes((error as { code: string }).code)) throw error

      await pause(Math.random() * 20 * 2 ** attempt)
    }
  }
}
