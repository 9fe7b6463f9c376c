import logger from '@adonisjs/core/services/logger'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { HistoryEntry, identifier, literal, onBehalf, parseExactly, sql } from '#atrium/model/main'

import { Rounds } from '../rounds.ts'
import { run } from '../reading/run.ts'
import HistorySubscriber from '../models/history_subscriber.ts'
import { type Change, type Subscriber, changes } from './changes.ts'

/** How often the history is looked at for what other processes wrote, in milliseconds */
const INTERVAL = 2_000

/** Changes that are told in one transaction */
const SIZE = 100

/** How long a handler that threw is left alone: at first, and at most, in milliseconds */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000

type Trouble = { attempts: number; until: number }

/**
 * Tells subscribers what changed, from the history. Any number of processes may do so together: each
 * change is told by one of them, and again only when that one broke off.
 */
export class Dispatcher {
  readonly #troubles = new Map<string, Trouble>()
  readonly #rounds = new Rounds(() => this.tellAll(), INTERVAL, 'changes could not be told')

  constructor(readonly client: () => QueryClientContract = () => HistoryEntry.query().client) {}

  /** Begins to tell. The process may end whenever it likes all the same. */
  start() {
    changes.onWake(() => this.#rounds.wake())
    this.#rounds.start()
  }

  /** Begins nothing new, and waits for the handlers that are at work. */
  async stop() {
    changes.onWake(() => {})
    await this.#rounds.stop()
  }

  /** Tells every subscriber all that it has not heard. */
  async tellAll() {
    for (const subscriber of changes.subscribers) {
      const { until = 0 } = this.#troubles.get(subscriber.name) ?? {}
      if (Date.now() < until) continue

      let isMore = true
      while (isMore && !this.#rounds.isStopping) isMore = await this.#tell(subscriber)
    }
  }

  /** Tells a subscriber the next changes, and says whether there may be more. */
  async #tell(subscriber: Subscriber): Promise<boolean> {
    const client = this.client()
    await this.#begin(client, subscriber)
    let trouble: unknown

    const isMore = await client.transaction(async (trx) => {
      const cursor = await this.#lock(trx, subscriber)
      if (!cursor) return false

      const entries = await entriesAfter(trx, cursor)
      let last: (typeof entries)[number] | undefined
      for (const entry of entries) {
        try {
          await trx.transaction((savepoint) => tell(subscriber, changeOf(entry), savepoint))
        } catch (error) {
          trouble = error
          break
        }
        last = entry
      }
      if (last) await moveOn(trx, subscriber, last)
      return !trouble && entries.length === SIZE
    })

    this.#note(subscriber, trouble)
    return isMore
  }

  /** A new subscriber begins with what is not final by now: it may hear of a change of just before. */
  async #begin(client: QueryClientContract, { name }: Subscriber) {
    await run(
      client,
      sql`
        insert into ${identifier(HistorySubscriber.table)}
          (name, transaction_id, entry_id, updated_at)
        select ${name}, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1,
          9223372036854775807, current_timestamp
        where not exists (
          select 1 from ${identifier(HistorySubscriber.table)} where name = ${name}
        )
        on conflict do nothing`
    )
  }

  /** Nothing, when another process is telling this subscriber. */
  async #lock(trx: TransactionClientContract, { name }: Subscriber) {
    const [cursor] = await run(
      trx,
      sql`select transaction_id, entry_id from ${identifier(HistorySubscriber.table)}
          where name = ${name} for update skip locked`
    )
    return cursor as { transaction_id: string; entry_id: string } | undefined
  }

  #note({ name }: Subscriber, trouble: unknown) {
    if (!trouble) {
      this.#troubles.delete(name)
      return
    }

    const attempts = (this.#troubles.get(name)?.attempts ?? 0) + 1
    const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
    this.#troubles.set(name, { attempts, until: Date.now() + pause })
    logger.error({ err: trouble, attempts }, `subscriber "${name}" failed: it is told again later`)
  }
}

/** What the handler writes is its own doing, not that of whoever woke the dispatcher. */
function tell({ name, handler }: Subscriber, change: Change, trx: TransactionClientContract) {
  return onBehalf(
    () => ({ interface: 'subscriber', reason: name }),
    () => handler(change, trx)
  )
}

/**
 * The next entries in the order of their transactions, of which none can get another one any more: those
 * before the oldest that still runs.
 */
function entriesAfter(
  trx: TransactionClientContract,
  cursor: { transaction_id: string; entry_id: string }
) {
  return run(
    trx,
    sql`
      select id, table_name, row_key::text as row_key, action, before::text as before,
        after::text as after, concealed, operation, transaction_id, happened_at
      from ${identifier(HistoryEntry.table)}
      where (transaction_id, id) > (${cursor.transaction_id}::bigint, ${cursor.entry_id}::bigint)
        and transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      order by transaction_id, id limit ${literal(SIZE)}`
  )
}

function moveOn(trx: TransactionClientContract, { name }: Subscriber, last: any) {
  return run(
    trx,
    sql`update ${identifier(HistorySubscriber.table)}
        set transaction_id = ${last.transaction_id}, entry_id = ${last.id},
          updated_at = current_timestamp
        where name = ${name}`
  )
}

function changeOf(entry: any): Change {
  const read = (text: string | null) => (text === null ? null : (parseExactly(text) as any))
  return {
    entry: Number(entry.id),
    table: entry.table_name,
    key: read(entry.row_key),
    action: entry.action,
    before: read(entry.before),
    after: read(entry.after),
    concealed: entry.concealed ?? [],
    operation: entry.operation,
    at: entry.happened_at.toISOString(),
  }
}
