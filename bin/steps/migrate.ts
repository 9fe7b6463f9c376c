import { inTurn } from '#atrium/postgres/main'
import type { ApplicationService } from '@adonisjs/core/types'

/** A connection that has no limits on time, unlike the one that serves visitors. */
const CONNECTION = 'migrations'

/**
 * Brings the tables of the development database up to date.
 */
export async function migrate(app: ApplicationService) {
  /* Not by main.ts, which would load all that only generating needs, at each start. */
  const { configOf } = await import('#atrium/migrations/config')
  const { SafeRunner } = await import('#atrium/migrations/run/safe_runner')

  const db = await app.container.make('lucid.db')
  const { config } = db.getRawConnection('pg')!
  const { connectionString } = config.connection as { connectionString: string }

  db.manager.add(CONNECTION, { ...config, connection: { connectionString } } as typeof config)
  const migrator = new SafeRunner(
    {
      config: configOf(app),
      acceptDataLoss: false,
      acceptEdited: false,
      onPause: (file) => console.log(`${file} waits for others that use its tables.`),
    },
    db,
    app,
    { direction: 'up', connectionName: CONNECTION }
  )
  migrator.on('migration:completed', ({ file }) => console.log(`Migrated ${file.name}`))

  await inTurn(
    connectionString,
    () => migrator.run(),
    () => console.log('Another process is migrating this database. Waiting for it.')
  )
  await db.manager.close(CONNECTION, true)
  if (migrator.error) throw migrator.error
}
