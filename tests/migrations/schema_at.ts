import { Client } from 'pg'
import { readSchema } from '#atrium/migrations/main'

/** The schema of the database at an address. */
export async function schemaAt(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await readSchema(client)
  } finally {
    await client.end()
  }
}
