import { Run } from '#atrium/resource/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { identifier, literal, sql, type Sql } from '#atrium/model/main'

import { UnreadableFile } from './errors.ts'
import { MOST_IMPORTS } from './limits.ts'
import ImportFile from '../models/import_file.ts'
import { CHECK, IMPORT } from './run_names.ts'

const FILES = identifier(ImportFile.table)
const RUNS = identifier(Run.table)

/** An upload is kept for so long when it was imported, and when it was not */
const DONE = sql`interval '7 days'`
const NEVER_RUN = sql`interval '1 day'`

/**
 * Deletes uploads that nobody comes back to, and checks whose upload is gone. What a run works on stays.
 */
export async function pruneImports(client: QueryClientContract) {
  await execute(
    client,
    sql`delete from ${FILES} as f
        where f.created_at < current_timestamp - ${NEVER_RUN}
          and (f.created_at < current_timestamp - ${DONE} or not ${hasRun(sql`r.action = ${IMPORT}`)})
          and not ${isAtWork()}`
  )
  await execute(
    client,
    sql`delete from ${RUNS} as r where r.action = ${CHECK} and ${hasEnded()}
          and not exists (select from ${FILES} as f where f.id::text = r.task ->> 'file')`
  )
}

/**
 * Makes room for one more upload of somebody: the oldest go, except for those that a run works on, and of
 * the imports that ended the newest stay.
 *
 * @throws E_UNREADABLE_FILE all of them are at work
 */
export async function makeRoom(
  actor: string,
  client: QueryClientContract = ImportFile.query().client
) {
  await execute(
    client,
    sql`delete from ${FILES} where id in (
          select f.id from ${FILES} as f where f.actor = ${actor} and not ${isAtWork()}
          order by f.created_at desc, f.id desc offset ${literal(MOST_IMPORTS - 1)})`
  )
  await execute(
    client,
    sql`delete from ${RUNS} where id in (
          select r.id from ${RUNS} as r
          where r.actor = ${actor} and r.action = ${IMPORT} and ${hasEnded()}
          order by r.created_at desc, r.id desc offset ${literal(MOST_IMPORTS)})`
  )

  const [{ count }] = await execute(
    client,
    sql`select count(*) as count from ${FILES} where actor = ${actor}`
  )
  if (Number(count) >= MOST_IMPORTS)
    throw new UnreadableFile('too_many_imports', { most: MOST_IMPORTS })
}

function isAtWork() {
  return hasRun(sql`not (${hasEnded()})`)
}

function hasRun(condition: Sql) {
  return sql`exists (
    select from ${RUNS} as r
    where r.actor = f.actor and r.action in (${IMPORT}, ${CHECK})
      and r.task ->> 'file' = f.id::text and ${condition})`
}

function hasEnded() {
  return sql`r.state in ('done', 'failed', 'cancelled')`
}

async function execute(client: QueryClientContract, { text, bindings }: Sql) {
  const { rows } = await client.rawQuery(text, [...bindings])
  return rows as Record<string, any>[]
}
