import { identifier, literal, sql } from '#atrium/model/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import { clientOf, run } from './run.ts'
import { ListStatement } from './list_statement.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { ListQuery, Row } from '../service/types.ts'

/** Rows that are in memory at once */
const BATCH = 1_000

let cursors = 0

/**
 * Every row that fits, as it was when the first one was read, in the order of the list. A cursor of the
 * database keeps the place: one statement, whose order is worked out once. It is closed when the
 * consumer stops.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_BAD_SORT, E_UNKNOWN_NAME
 */
export async function* each(context: ServiceContext, query: ListQuery): AsyncGenerator<Row> {
  const statement = new ListStatement(context.access, query)
  const cursor = identifier(`atrium_rows_${++cursors}`)
  const trx: TransactionClientContract = await clientOf(context).transaction()

  try {
    await run(trx, sql`declare ${cursor} no scroll cursor for ${statement.sql()}`)
    const fetch = sql`fetch ${literal(BATCH)} from ${cursor}`
    for (let batch = await run(trx, fetch); batch.length; batch = await run(trx, fetch)) {
      for (const raw of batch) yield statement.row(raw)
    }
  } finally {
    await trx.rollback()
  }
}
