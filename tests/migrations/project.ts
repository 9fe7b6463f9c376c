import { Client } from 'pg'
import { rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { generate, readSchema, rowsOf, wantedSchema, writeFiles } from '#atrium/migrations/main'
import type { Draft, Generated, Schema } from '#atrium/migrations/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { ScratchDatabases } from './scratch_databases.ts'

type Direction = 'up' | 'down'

/**
 * A project for a moment: a database with the tables of some models, as if migrations of long ago had
 * made them, and a folder for the migrations that are generated from then on.
 */
export class Project {
  #scratch: ScratchDatabases
  #client: Client
  #first: string[]

  static async of(models: LucidModel[], scratch: ScratchDatabases) {
    const { sql } = await scratch.lend((url) => wantedSchema(owned(models), url))
    const { url } = await scratch.database()
    const client = new Client({ connectionString: url, options: '-c timezone=UTC' })
    await client.connect()

    const project = new Project(scratch, url, client, sql)
    await project.run(sql)
    return project
  }

  private constructor(
    scratch: ScratchDatabases,
    readonly url: string,
    client: Client,
    first: string[]
  ) {
    this.#scratch = scratch
    this.#client = client
    this.#first = first
  }

  /** Where its migrations are; inside the project, so that they find what they import. */
  readonly folder = app.makePath('tmp', 'migration_cases', randomUUID())

  async run(statements: string[]) {
    for (const statement of statements) await this.#client.query(statement)
  }

  /** The one value that a query gives, as text. */
  async value(sql: string) {
    const { rows } = await this.#client.query({ text: sql, rowMode: 'array' })
    const value = rows[0]?.[0] ?? null
    return value === null ? null : String(value instanceof Date ? value.toISOString() : value)
  }

  async generate(models: LucidModel[], answers: Record<string, string>): Promise<Generated> {
    const rows = await rowsOf(this.url)
    try {
      return await generate({
        models: owned(models),
        scratch: this.#scratch,
        runMigrations: (url) => this.#catchUp(url),
        rows,
        answers,
      })
    } finally {
      await rows.close()
    }
  }

  async write(drafts: Draft[]) {
    await writeFiles(drafts, this.folder)
  }

  /** Runs its migrations, or takes back all of them. */
  async migrate(direction: Direction) {
    await this.#migrate(this.url, direction)
  }

  schema(): Promise<Schema> {
    return readSchema(this.#client)
  }

  async close() {
    await this.#client.end()
    await rm(this.folder, { recursive: true, force: true })
    await this.#scratch.giveBack(this.url)
  }

  /** Brings an empty database to where the files are. */
  async #catchUp(url: string) {
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query(this.#first.join(';\n'))
    await client.end()
    await this.#migrate(url, 'up')
  }

  async #migrate(url: string, direction: Direction) {
    const connection = `case_${randomUUID()}`
    db.manager.add(connection, {
      client: 'pg',
      connection: { connectionString: url },
      pool: { min: 0, max: 2 },
      migrations: { paths: [app.relativePath(this.folder)], naturalSort: true },
    })

    try {
      const runner = new MigrationRunner(db, app, {
        direction,
        connectionName: connection,
        disableLocks: true,
        ...(direction === 'down' ? { batch: 0 } : {}),
      } as ConstructorParameters<typeof MigrationRunner>[2])
      await runner.run()
      if (runner.error) throw runner.error
    } finally {
      await db.manager.release(connection)
    }
  }
}

/** The schema that models give when they are made in one go. */
export async function madeInOneGo(models: LucidModel[], scratch: ScratchDatabases) {
  return scratch.lend(async (url) => {
    const { schema } = await wantedSchema(owned(models), url)
    return schema
  })
}

const owned = (models: LucidModel[]) => models.map((model) => ({ component: 'app', model }))
