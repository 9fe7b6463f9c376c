import type { Client } from 'pg'
import type { Database } from '@adonisjs/lucid/database'
import type { ApplicationService } from '@adonisjs/core/types'

import { quoteText } from '../schema/names.ts'
import { connected } from '../scratch/connection.ts'
import type { ScratchDatabase } from '../generate/types.ts'
import { runMigrations } from '../scratch/run_migrations.ts'

export type ScratchFiles = {
  app: ApplicationService
  db: Database
  scratch: { database(): Promise<ScratchDatabase> }

  /** Names of files that are passed over */
  without?: string[]

  /** Folders of the files, those of the application unless said */
  paths?: string[]
}

/**
 * Runs migration files in an empty database, and does something with what they have made. Those that
 * are passed over are written down as if they had run.
 *
 * @param work gets the names of the files that ran, too
 * @throws E_MIGRATION_FAILED one of them does not run
 */
export async function madeBy<T>(
  { app, db, scratch, without = [], paths }: ScratchFiles,
  work: (client: Client, ran: string[]) => Promise<T>
): Promise<T> {
  const { url, drop } = await scratch.database()
  try {
    return await connected(url, async (client) => {
      if (without.length > 0) await client.query(writtenDown(without))
      const ran = await runMigrations({ app, db, url, paths })
      return work(client, ran)
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
