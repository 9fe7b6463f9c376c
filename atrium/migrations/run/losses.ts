import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { count } from '../migration/execute.ts'
import type { Loss } from '../decide/decisions.ts'
import { E_MIGRATION_LOSES_DATA } from '../errors.ts'

/** What a file loses */
export type Losing = { file: string; losses: Loss[] }

/** How many rows lose something; `unknown` when the query does not run, in the database as it is now */
export type Counted = { file: string; what: string; rows: number | 'unknown' }

/** PostgreSQL says that there is no such table, column, function, type ... */
const NOT_THERE_YET = /^42(P01|703|883|704|P02)$/

/**
 * Counts what files would lose, in the database as it is now.
 */
export async function countLosses(client: QueryClientContract, files: Losing[]) {
  const counted: Counted[] = []

  for (const { file, losses } of files) {
    for (const { what, rows } of losses) {
      counted.push({ file, what, rows: await countRows(client, rows) })
    }
  }
  return counted
}

/** An earlier file may have to run before the question makes sense. */
async function countRows(client: QueryClientContract, sql: string) {
  return count(client, sql).catch((error) => {
    if (NOT_THERE_YET.test(error.code)) return 'unknown' as const
    throw error
  })
}

/**
 * Refuses when any row would lose something.
 *
 * @param direction what is run, for the message
 * @param isStillOpen says of a loss that could not be counted that this is the last moment to do so
 * @throws E_MIGRATION_LOSES_DATA
 */
export function refuseLosses(
  counted: Counted[],
  direction: 'up' | 'down',
  isStillOpen: (loss: Counted) => boolean = () => false
) {
  const lost = counted.filter((loss) =>
    loss.rows === 'unknown' ? isStillOpen(loss) : loss.rows > 0
  )
  if (lost.length === 0) return

  const name = lost[0].file.split('/').at(-1)
  throw new E_MIGRATION_LOSES_DATA(
    [
      direction === 'up' ? 'Migrating would lose data:' : 'Going back would lose data:',
      ...inLines(lost),
      'Nothing of that was done. Keep the data elsewhere first, or say that it may go: ' +
        `\`node ace migration:${direction === 'up' ? 'run' : 'rollback'} --accept-data-loss\`. ` +
        `\`node ace migration:sql ${name}\` shows the statements.`,
    ].join('\n')
  )
}

/** What is lost, a line for each, as far as it can be counted. */
export function inLines(counted: Counted[]) {
  return counted
    .filter(({ rows }) => rows !== 0)
    .map(({ file, what, rows }) => `  ${what}: ${inWords(rows)} (${file})`)
}

function inWords(rows: Counted['rows']) {
  if (rows === 'unknown') return 'nobody can say how many rows'

  return rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`
}
