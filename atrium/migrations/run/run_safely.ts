import { inTurn } from '#atrium/postgres/main'
import type { BaseCommand } from '@adonisjs/core/ace'
import type { MigratorOptions } from '@adonisjs/lucid/types/migrator'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'

import { RunView } from './run_view.ts'
import { configOf } from '../config.ts'
import { withLimits } from './limits.ts'
import { SafeRunner } from './safe_runner.ts'

type Screen = Pick<BaseCommand, 'app' | 'logger' | 'colors'>

export type RunOptions = MigratorOptions & {
  connectionName: string
  acceptDataLoss: boolean
  acceptEdited: boolean
  isCompact: boolean
}

/**
 * Runs migrations for a command, when nobody else does, and says what happens. They have a connection of
 * their own, with limits that others need not have.
 *
 * @throws what the runner throws, such as E_MIGRATION_LOSES_DATA
 */
export async function runSafely(screen: Screen, options: RunOptions) {
  const { app } = screen
  const config = configOf(app)
  const { connectionName } = options
  const db = await app.container.make('lucid.db')
  const connection = db.manager.get(connectionName)!.config as PostgreConfig

  const own = `${connectionName}_migrations`
  db.manager.add(own, withLimits(connection, config))
  try {
    const view = new RunView(screen, options)
    const safe = {
      config,
      ...options,
      onLoss: view.sayLosses.bind(view),
      onPause: view.pause.bind(view),
    }
    const lucid = { ...withSchemaPath(options), connectionName: own }
    const runner = new SafeRunner(safe, db, app, lucid)
    view.follow(runner)

    const run = () => runner.run()
    await (options.disableLocks ? run() : inOwnTurn(screen, connectionName, run))

    if (!runner.error) return view.finish(runner)
    view.sayPending(Object.values(runner.migratedFiles))
    throw runner.error
  } finally {
    await db.manager.close(own, true)
  }
}

/** Where Lucid looks for a dump goes by the name of the application's own connection. */
function withSchemaPath(options: RunOptions): RunOptions {
  if (options.direction === 'down') return options

  const usual = `database/schema/${options.connectionName}-schema.sql`
  return { ...options, schemaPath: options.schemaPath ?? usual }
}

/**
 * Waits until nobody else migrates the database, and says so.
 */
export async function inOwnTurn<T>(
  { app, logger }: Screen,
  connectionName: string,
  work: () => Promise<T>
) {
  const { connectionString } = app.config.get<{ connectionString: string }>(
    `database.connections.${connectionName}.connection`
  )
  return inTurn(connectionString, work, () =>
    logger.info('Another process is migrating this database. Waiting for it.')
  )
}
