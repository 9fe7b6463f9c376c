import { run } from './run.ts'
import type { Sql } from '#atrium/model/main'

/**
 * Reads the one JSON text that a statement answers with; null when it answers with none.
 */
export async function readJson(
  statement: Sql,
  options?: { prepared: boolean }
): Promise<string | null> {
  const [row] = await run(statement, options)
  return row?.json ?? null
}
