import { randomBytes } from 'node:crypto'
import type { Database } from '@adonisjs/lucid/database'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import type { ApplicationService } from '@adonisjs/core/types'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'

import { explainFailure } from './explain_failure.ts'
import { scratchConnection } from './connection.ts'

type Options = {
  app: ApplicationService
  db: Database

  /** An empty database, or one in which some of the files have run */
  url: string

  /** Folders of the files, those of the application's connection unless said */
  paths?: string[]
}

/**
 * Runs the migration files that have not run in a database, with Lucid's own runner, over a connection
 * of its own.
 *
 * @throws E_MIGRATION_FAILED PostgreSQL refused what one of them does
 */
export async function runMigrations({ app, db, url, paths }: Options) {
  const name = `scratch_${randomBytes(4).toString('hex')}`
  db.manager.add(name, connectionOf(db, url, paths))

  try {
    const runner = new MigrationRunner(db, app, {
      direction: 'up',
      connectionName: name,
      disableLocks: true,
    })
    const statements = listenTo(db, name, runner)
    await runner.run()

    if (runner.error) throw explainFailure(runner.error, unfinished(runner), statements)
    return Object.keys(runner.migratedFiles)
  } finally {
    await db.manager.close(name, true)
  }
}

/** The file at which it ended. One that cannot be imported was never begun. */
function unfinished({ migratedFiles }: MigrationRunner) {
  return Object.keys(migratedFiles).find((name) => migratedFiles[name].status !== 'completed')
}

/** As the application's own connection, but to another place and without its limits. */
function connectionOf(db: Database, url: string, paths?: string[]): PostgreConfig {
  const { migrations } = db.manager.get(db.primaryConnectionName)!.config as PostgreConfig

  return {
    client: 'pg',
    connection: scratchConnection(url) as PostgreConfig['connection'],
    pool: { min: 0, max: 2 },
    migrations: { ...migrations, ...(paths ? { paths } : {}) },
    schemaGeneration: { enabled: false },
  }
}

/** What each file has asked of the database, by its name and in their order. */
export type FileStatements = Map<string, string[]>

function listenTo(db: Database, name: string, runner: MigrationRunner): FileStatements {
  const statements: FileStatements = new Map()
  let current: string[] = []

  runner.on('migration:start', ({ file }) => {
    current = []
    statements.set(file.name, current)
  })
  db.connection(name)
    .getWriteClient()
    .on('query', ({ sql }: { sql: string }) => current.push(sql))
  return statements
}
