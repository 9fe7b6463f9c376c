import { quote } from '../schema/names.ts'
import { E_ANSWER_NOT_UNDERSTOOD } from '../errors.ts'
import type { Deciding } from './deciding.ts'

/**
 * Tries SQL of an answer on all rows of the connected database, before it fails in a migration.
 *
 * @throws E_ANSWER_NOT_UNDERSTOOD with what PostgreSQL says
 */
export async function tryOut(id: string, table: string, column: string, deciding: Deciding) {
  const source = deciding.olderRows.of(table, [column])
  if (source === null) return

  const refusal = await deciding.situation.rows?.refusal?.(
    `select count(${quote(column)}) from ${source}`
  )
  if (!refusal) return

  throw new E_ANSWER_NOT_UNDERSTOOD(
    `What was answered to "${id}" fails for a row of ${deciding.names.table(table)}: ${refusal}.`
  )
}
