import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { execute } from './execute.ts'
import type { Backfill } from '../plan/steps.ts'
import { E_BACKFILL_STUCK } from '../errors.ts'
import { reportProgress } from './progress.ts'

/** Most blocks (of 8 kB) that are searched for rows at a time, so that progress shows */
const WIDEST = 8_192

/** Rows of a block, where nobody counted yet */
const USUAL = 50

/** How often a table is gone through. Whoever adds rows that meet the condition faster than that goes on doing so */
const PASSES = 5

/**
 * Changes rows until no row meets the condition any more: in one go within a transaction, and
 * otherwise in batches with a commit after each. It may be stopped at any time and begun again.
 *
 * @param batch about so many rows at a time
 * @throws E_BACKFILL_STUCK rows go on to meet the condition with their new values
 */
export async function runBackfill(client: QueryClientContract, work: Backfill, batch: number) {
  if (client.isTransaction) {
    await update(client, work)
    return
  }

  for (let pass = 1; pass <= PASSES; pass++) {
    const changed = await runPass(client, work, batch)
    if (changed === 0) return
  }
}

/**
 * Goes through the table once, from its first block to its last. Rows that somebody else changes
 * meanwhile can move to where it has been, so there is another pass.
 */
async function runPass(client: QueryClientContract, work: Backfill, batch: number) {
  const { blocks, rows } = await sizeOf(client, work.table)
  const startedAt = performance.now()
  let changed = 0
  let width = Math.max(1, Math.floor(batch / (rows ? rows / blocks : USUAL)))

  for (let first = 0; first < blocks;) {
    const next = Math.min(first + width, blocks)
    const many = await update(client, work, `ctid >= '(${first},0)' and ctid < '(${next},0)'`)
    changed += many
    width = nextWidth(width, many, batch)
    first = next

    const seconds = (performance.now() - startedAt) / 1000
    reportProgress({ table: work.table, rows: changed, of: rows, done: first / blocks, seconds })
  }
  return changed
}

/** Changes some rows, and asks whether they still meet the condition. */
async function update(client: QueryClientContract, { table, set, where }: Backfill, some = 'true') {
  const sql = `update ${table} set ${set} where (${where})`
  const { rows } = await execute(
    client,
    `with changed as (${sql} and ${some} returning (${where}) as again)
     select count(*) as many, count(*) filter (where again) as again from changed`
  )
  const [{ many, again }] = rows
  if (Number(again) > 0) {
    throw new E_BACKFILL_STUCK(
      `"${sql}" leaves ${again} of ${many} rows such that they meet the condition again, so it would never end. ` +
        'Give them a value that does not meet it, or take them out of the condition.'
    )
  }
  return Number(many)
}

async function sizeOf(client: QueryClientContract, table: string) {
  const { rows } = await execute(
    client,
    `select reltuples as rows, pg_relation_size(oid) / current_setting('block_size')::int as blocks
     from pg_class where oid = '${table.replaceAll("'", "''")}'::regclass`
  )
  const [{ rows: estimate, blocks }] = rows
  return { blocks: Number(blocks), rows: estimate >= 0 ? Number(estimate) : null }
}

/** As wide that the next batch has about as many rows as it should. */
function nextWidth(width: number, changed: number, batch: number) {
  if (changed > batch) return Math.max(1, Math.floor((width * batch) / changed))

  return changed < batch / 2 ? Math.min(width * 2, WIDEST) : width
}
