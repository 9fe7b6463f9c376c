import type { ApplicationService } from '@adonisjs/core/types'

import { madeBy } from './made_by.ts'
import { configOf } from '../config.ts'
import type { Drift } from './drift.ts'
import { generate } from '../generate/generate.ts'
import { findModels } from '../wanted/find_models.ts'
import { allDifferences } from './all_differences.ts'
import { Checksums } from '../run/checksums.ts'
import { readSchema } from '../schema/read_schema.ts'
import { withReplaced } from './applied.ts'
import { addressOf, stateOf } from './connected_database.ts'
import type { ScratchDatabase } from '../generate/types.ts'
import { MigrationFiles } from '../lint/migration_files.ts'
import { runMigrations } from '../scratch/run_migrations.ts'

type Scratch = { database(): Promise<ScratchDatabase> }

/**
 * Compares models, migration files and the connected database. It is only read; what files and models
 * make is tried in scratch databases.
 *
 * @throws E_POSTGRES_UNREACHABLE, E_MIGRATION_FAILED, E_MODELS_NOT_READ
 */
export async function findDrift(app: ApplicationService, scratch: Scratch): Promise<Drift> {
  const { unmanaged } = configOf(app)
  const db = await app.container.make('lucid.db')
  const files = await new MigrationFiles(app, db).all()
  const { schema, applied: booked } = await stateOf(addressOf(app), { unmanaged })
  const applied = await withReplaced(booked, files)

  const names = files.map(({ name }) => name)
  const pending = names.filter((name) => !applied.includes(name))
  const made = await madeBy({ app, db, scratch, without: pending }, (client) =>
    readSchema(client, { unmanaged })
  )
  const ran = files.filter(({ name }) => applied.includes(name))

  return {
    models: await missedByFiles(app, scratch),
    pending,
    missing: applied.filter((name) => !names.includes(name)),
    edited: await new Checksums(db.connection()).seenEdited(ran),
    database: allDifferences(made, schema),
  }
}

/** What models say and files do not make. */
async function missedByFiles(app: ApplicationService, scratch: Scratch) {
  const db = await app.container.make('lucid.db')
  const { differences } = await generate({
    models: await findModels(app),
    runMigrations: (url) => runMigrations({ app, db, url }),
    scratch,
    rows: null,
    answers: {},
    unmanaged: configOf(app).unmanaged,
  })
  return differences
}
