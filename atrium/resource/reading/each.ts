import { identifier, literal, sql, type Sql } from '#atrium/model/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { rowsAfter } from './keyset.ts'
import { clientOf, run } from './run.ts'
import { ReadingHold } from './reading_hold.ts'
import { ListStatement } from './list_statement.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { EachOptions, ListQuery, Row } from '../service/types.ts'

/** Rows that are in memory at once */
const BATCH = 250

type Batch = Record<string, any>[]

let cursors = 0

/**
 * Every row that fits, in the order of the list. A cursor of the database keeps the place: one statement,
 * whose order is worked out once. A reader who pauses lets go of it, and goes on after the last row that
 * it got with the rows as they are then.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_BAD_SORT, E_UNKNOWN_NAME
 */
export async function* each(
  context: ServiceContext,
  query: ListQuery,
  { signal }: EachOptions = {}
): AsyncGenerator<Row> {
  const statement = new ListStatement(context.access, query)
  const client = clientOf(context)
  const batches = client.isTransaction
    ? batchesWithin(client, statement)
    : batchesInTurn(client, statement, signal)

  for await (const batch of batches) {
    for (const raw of batch) yield statement.row(raw)
    if (signal?.aborted) return
  }
}

/** In the transaction of the caller, whose connection is not ours to let go. */
async function* batchesWithin(trx: QueryClientContract, statement: ListStatement) {
  const cursor = nextCursor()
  try {
    yield* batchesOf(trx, cursor, statement.sql())
  } finally {
    /* In a transaction that failed it is gone already. */
    await run(trx, sql`close ${cursor}`).catch(() => {})
  }
}

/** In transactions of its own, none of which outlasts a pause of the reader. */
async function* batchesInTurn(
  client: QueryClientContract,
  statement: ListStatement,
  signal?: AbortSignal
): AsyncGenerator<Batch> {
  let parts: (Sql | undefined)[] = [undefined]

  while (parts.length) {
    const hold = await ReadingHold.take(client, signal)
    if (!hold) return

    let last: Batch[number] | undefined
    try {
      const batches = batchesOf(hold.trx, nextCursor(), statement.sql({ condition: parts[0] }))
      for await (const batch of batches) {
        hold.pause()
        yield batch
        last = batch.at(-1)
        if (!hold.resume()) break
        last = undefined
      }
    } catch (error) {
      if (signal?.aborted) return
      throw error
    } finally {
      await hold.release()
    }
    parts = last ? rowsAfter(statement.keys(), statement.positionOf(last)) : parts.slice(1)
  }
}

/** A cursor is there until it is closed, or its transaction ends. */
async function* batchesOf(
  trx: QueryClientContract,
  cursor: Sql,
  statement: Sql
): AsyncGenerator<Batch> {
  await run(trx, sql`declare ${cursor} no scroll cursor for ${statement}`)

  const fetch = sql`fetch ${literal(BATCH)} from ${cursor}`
  for (let batch = await run(trx, fetch); batch.length; batch = await run(trx, fetch)) yield batch
}

function nextCursor() {
  return identifier(`atrium_rows_${++cursors}`)
}
