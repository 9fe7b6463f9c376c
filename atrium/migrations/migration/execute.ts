import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type Result = { rows: Record<string, any>[]; rowCount: number | null }
type Connection = { query(sql: string): Promise<Result> }

/** Statements behind which nobody has to wait, however long they themselves wait for others */
const HARMLESS = /^\s*(create|drop)\s+(unique\s+)?index\s+concurrently\b/i

/**
 * Runs a statement as it is written. Lucid's own ways take each question mark for a binding, but in
 * PostgreSQL it is an operator too.
 */
export async function execute(client: QueryClientContract, sql: string): Promise<Result> {
  const { client: pool } = client.getWriteClient()
  const connection: Connection = await pool.acquireConnection()
  pool.emit('query', { sql, bindings: [] })
  try {
    return HARMLESS.test(sql) ? await runPatiently(connection, sql) : await connection.query(sql)
  } catch (error: any) {
    /* The form in which Lucid says which statement it was. */
    error.message = `${sql} - ${error.message}`
    throw error
  } finally {
    await pool.releaseConnection(connection)
  }
}

/** The number that a `select count(*)` gives. */
export async function count(client: QueryClientContract, sql: string) {
  const { rows } = await execute(client, sql)
  return Number(Object.values(rows[0] ?? {})[0] ?? 0)
}

/** An index that is given up has to be built from the beginning, so it is not given up for a lock. */
async function runPatiently(connection: Connection, sql: string) {
  const { rows } = await connection.query(`select current_setting('lock_timeout') as limit`)
  await connection.query('set lock_timeout = 0')
  try {
    return await connection.query(sql)
  } finally {
    /* A connection that is gone has no settings, and what failed is said already. */
    await connection.query(`set lock_timeout = '${rows[0].limit}'`).catch(() => {})
  }
}
