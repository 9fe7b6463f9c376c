import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { HistoryEntry, type Sql, identifier, literal, sql } from '#atrium/model/main'

import { run } from '../reading/run.ts'
import { allOf, where } from '../reading/conditions.ts'
import HistorySubscriber from '../models/history_subscriber.ts'
import { E_HISTORY_AGE, E_NO_HISTORY } from './errors.ts'

/** Entries that are looked at in one statement: none of them locks much, or for long */
const SIZE = 5_000

const HISTORY = identifier(HistoryEntry.table)

const UNITS: Record<string, string> = { d: 'days', w: 'weeks', m: 'months', y: 'years' }

type PruneOptions = {
  /** `90d`, `12w`, `6m` or `2y` */
  olderThan: string
  table?: string
  dryRun?: boolean
  client?: QueryClientContract
}

type Pruned = {
  entries: number

  /** Subscribers that have not heard of entries that are old enough */
  heldBy: string[]
}

/**
 * Deletes old entries of the history, the oldest first and a few thousand at a time, but none that a
 * subscriber has not heard of yet.
 *
 * @throws E_HISTORY_AGE, E_NO_HISTORY
 */
export async function prune({
  olderThan,
  table,
  dryRun = false,
  client = HistoryEntry.query().client,
}: PruneOptions): Promise<Pruned> {
  const end = momentBefore(olderThan)
  if (table !== undefined) await requireHistory(client, table)

  const isOld = allOf([
    sql`happened_at < ${end}::timestamptz`,
    table === undefined ? undefined : sql`table_name = ${table}`,
    await wasHeard(client),
  ])!
  let entries = 0
  let after = '0'
  for (let last = await endOfPart(); last !== null; last = await endOfPart()) {
    const part = sql`${isOld} and id > ${after}::bigint and id <= ${last}::bigint`
    const [{ count }] = await run(client, dryRun ? counting(part) : deleting(part))
    entries += Number(count)
    after = last
  }
  return { entries, heldBy: await heldBy(client, end) }

  /** Entries stand nearly in the order of time: the first part without an old one is the last. */
  async function endOfPart(): Promise<string | null> {
    const [{ last, has_old: hasOld }] = await run(
      client,
      sql`select max(id) as last, bool_or(happened_at < ${end}::timestamptz) as has_old from (
            select id, happened_at from ${HISTORY}
            ${where(allOf([sql`id > ${after}::bigint`, table === undefined ? undefined : sql`table_name = ${table}`]))}
            order by id limit ${literal(SIZE)}) as part`
    )
    return hasOld ? last : null
  }
}

function counting(part: Sql) {
  return sql`select count(*) as count from ${HISTORY} where ${part}`
}

function deleting(part: Sql) {
  return sql`
    with gone as (delete from ${HISTORY} where ${part} returning 1)
    select count(*) as count from gone`
}

/** What the slowest subscriber has heard of; everything when there are none. */
async function wasHeard(client: QueryClientContract): Promise<Sql | undefined> {
  const [slowest] = await run(
    client,
    sql`select transaction_id, entry_id from ${identifier(HistorySubscriber.table)}
        order by transaction_id, entry_id limit 1`
  )
  if (!slowest) return undefined
  const { transaction_id: transaction, entry_id: entry } = slowest
  return sql`(transaction_id, id) <= (${transaction}::bigint, ${entry}::bigint)`
}

/** @throws E_HISTORY_AGE */
function momentBefore(text: string): string {
  const [, count, unit] = /^(\d{1,5})\s*([dwmy])$/.exec(text.trim()) ?? []
  if (!count) throw new E_HISTORY_AGE([text])

  return DateTime.utc()
    .minus({ [UNITS[unit]]: Number(count) })
    .toISO()
}

async function requireHistory(client: QueryClientContract, table: string) {
  const found = await run(client, sql`select 1 from ${HISTORY} where table_name = ${table} limit 1`)
  if (!found.length) throw new E_NO_HISTORY([table])
}

async function heldBy(client: QueryClientContract, end: string): Promise<string[]> {
  const rows = await run(
    client,
    sql`select name from ${identifier(HistorySubscriber.table)} as s where exists (
          select 1 from ${HISTORY} as e
          where (e.transaction_id, e.id) > (s.transaction_id, s.entry_id)
            and e.happened_at < ${end}::timestamptz
        ) order by name`
  )
  return rows.map(({ name }) => name)
}
