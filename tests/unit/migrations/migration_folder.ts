import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { mkdir, rm, writeFile } from 'node:fs/promises'

import { configOf, SafeRunner, Scratch } from '#atrium/migrations/main'

type Options = { acceptDataLoss?: boolean; acceptEdited?: boolean; pauses?: number[] }

/**
 * A folder of migrations and a database for them.
 */
export class MigrationFolder {
  /** Files that were tried again, and after how many ms */
  readonly pauses: [file: string, milliseconds: number][] = []

  /** Inside of the project, so that files find what they import */
  readonly path = app.makePath('tmp', 'migration_runs', randomUUID())

  static async create() {
    return new MigrationFolder(await Scratch.open(process.env.DATABASE_URL!))
  }

  private constructor(readonly database: Scratch) {}

  /** Writes a migration with this text in its class. */
  async write(name: string, body: string, parent = 'Migration') {
    await mkdir(this.path, { recursive: true })
    const path = join(this.path, `${name}.ts`)
    await writeFile(
      path,
      `import { Migration } from '#atrium/migrations/main'
import { BaseSchema } from '@adonisjs/lucid/schema'
void Migration, BaseSchema
export default class extends ${parent} {
${body}
}`
    )
    return path
  }

  up(options: Options = {}) {
    return this.#run(options, { direction: 'up' })
  }

  down(options: Options & { step?: number } = {}) {
    return this.#run(options, { direction: 'down', batch: 0, step: options.step })
  }

  async value(sql: string) {
    const { rows } = await this.database.query(sql)
    return Object.values(rows[0] ?? {})[0]
  }

  async remove() {
    await this.database.drop()
    await rm(this.path, { recursive: true, force: true })
  }

  async #run(
    { acceptDataLoss = false, acceptEdited = false, pauses = [] }: Options,
    lucid: { direction: 'up' } | { direction: 'down'; batch: number; step?: number }
  ) {
    const connectionName = `migration_run_${randomUUID()}`
    db.manager.add(connectionName, {
      client: 'pg',
      connection: { connectionString: this.database.url },
      pool: { min: 0, max: 2 },
      migrations: { paths: [app.relativePath(this.path)], naturalSort: true },
    })
    const runner = new SafeRunner(
      {
        config: { ...configOf(app), pauses },
        acceptDataLoss,
        acceptEdited,
        onPause: (...pause) => this.pauses.push(pause),
      },
      db,
      app,
      { ...lucid, connectionName }
    )

    await runner.run()
    await db.manager.close(connectionName, true)
    if (runner.error) throw runner.error
    return Object.keys(runner.migratedFiles).map((name) => name.split('/').at(-1)!)
  }
}
