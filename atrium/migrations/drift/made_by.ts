import { Client } from 'pg'
import type { Database } from '@adonisjs/lucid/database'
import type { ApplicationService } from '@adonisjs/core/types'

import { quoteText } from '../schema/names.ts'
import { readSchema } from '../schema/read_schema.ts'
import type { ScratchDatabase } from '../generate/types.ts'
import { runMigrations } from '../scratch/run_migrations.ts'

type Options = {
  app: ApplicationService
  db: Database
  scratch: { database(): Promise<ScratchDatabase> }

  /** Names of files that are passed over */
  without: string[]
  unmanaged: string[]
}

/**
 * What migration files make in an empty database. Those that are passed over are written down as if
 * they had run.
 *
 * @throws E_MIGRATION_FAILED one of them does not run
 */
export async function madeBy({ app, db, scratch, without, unmanaged }: Options) {
  const { url, drop } = await scratch.database()
  try {
    return await connected(url, async (client) => {
      if (without.length > 0) await client.query(writtenDown(without))
      await runMigrations({ app, db, url })
      return readSchema(client, { unmanaged })
    })
  } finally {
    await drop()
  }
}

function writtenDown(names: string[]) {
  const rows = names.map((name) => `(${quoteText(name)}, 1)`)
  return `create table adonis_schema (
      id serial primary key, name varchar(255) not null, batch int not null, migration_time timestamptz default now()
    );
    insert into adonis_schema (name, batch) values ${rows.join(', ')}`
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
