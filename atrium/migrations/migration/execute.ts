import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type Result = { rows: Record<string, any>[]; rowCount: number | null }

/**
 * Runs a statement as it is written. Lucid's own ways take each question mark for a binding, but in
 * PostgreSQL it is an operator too.
 */
export async function execute(client: QueryClientContract, sql: string): Promise<Result> {
  const { client: pool } = client.getWriteClient()
  const connection = await pool.acquireConnection()
  pool.emit('query', { sql, bindings: [] })
  try {
    return await connection.query(sql)
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
