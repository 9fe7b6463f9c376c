import { Client } from 'pg'
import { assertReachable } from '#atrium/postgres/main'
import type { ApplicationService } from '@adonisjs/core/types'

import { readSchema, type Queryable } from '../schema/read_schema.ts'

/** The database that the application uses. */
export function addressOf(app: ApplicationService): string {
  const name = app.config.get('database.connection')
  return app.config.get(`database.connections.${name}.connection.connectionString`)
}

/**
 * Does something with a connection to a database that may not write, and always sees the same state.
 *
 * @throws E_POSTGRES_UNREACHABLE
 */
export async function lookedAt<T>(url: string, work: (client: Queryable) => Promise<T>) {
  await assertReachable(url)
  const client = new Client({ connectionString: url, application_name: 'looking at migrations' })
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What a database looks like, and which migrations have run in it, oldest first. */
export function stateOf(url: string, options: { unmanaged: string[] }) {
  return lookedAt(url, async (client) => ({
    schema: await readSchema(client, options),
    applied: await appliedIn(client),
  }))
}

/** The names of the migrations that have run; none where none ever ran. */
export async function appliedIn(client: Queryable): Promise<string[]> {
  const { rows } = await client.query(`select to_regclass('adonis_schema') as kept`)
  if (rows[0].kept === null) return []

  const applied = await client.query('select name from adonis_schema order by id')
  return applied.rows.map(({ name }: { name: string }) => name)
}
