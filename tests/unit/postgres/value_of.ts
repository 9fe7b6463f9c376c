import { Client } from 'pg'

/** The first value that a statement gives, by a connection of its own. */
export async function valueOf(url: string, sql: string) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}
