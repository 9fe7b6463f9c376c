import app from '@adonisjs/core/services/app'
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'

import { Scratch } from '#atrium/migrations/main'
import { runCommand } from '#tests/functional/platform/run_command'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** What the smallest project is made of, besides its packages, models and migrations. */
const SOURCES = [
  '.env.example',
  'ace.js',
  'atrium',
  'bin',
  'config/app.ts',
  'config/database.ts',
  'config/encryption.ts',
  'config/logger.ts',
  'config/migrations.ts',
  'package.json',
  'start/env.ts',
  'tsconfig.json',
]

const ADONISRC = `
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/lucid/commands'),
    () => import('#atrium/postgres/commands'),
    () => import('#atrium/migrations/commands'),
  ],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('#atrium/postgres/postgres_provider'),
    () => import('@adonisjs/lucid/database_provider'),
  ],
})
`

/**
 * A project with models and migrations of its own and an empty database, for commands that are run
 * as processes.
 */
export class LintProject {
  #folder: string
  #scratch: Scratch
  #remove: () => Promise<unknown>

  static async make() {
    const { folder, remove } = await temporaryFolder()
    for (const source of SOURCES) {
      await cp(app.makePath(source), `${folder}/${source}`, { recursive: true })
    }
    await writeFile(`${folder}/adonisrc.ts`, ADONISRC)
    await symlink(app.makePath('node_modules'), `${folder}/node_modules`)
    return new LintProject(folder, await Scratch.open(process.env.DATABASE_URL!), remove)
  }

  private constructor(folder: string, scratch: Scratch, remove: () => Promise<unknown>) {
    this.#folder = folder
    this.#scratch = scratch
    this.#remove = remove
  }

  /** Puts migrations in the place of those that are there: bodies of classes by their names. */
  async write(migrations: Record<string, string>) {
    await rm(this.#migrations, { recursive: true, force: true })
    await mkdir(this.#migrations, { recursive: true })
    for (const [name, body] of Object.entries(migrations)) await this.add(name, body)
  }

  /** Adds one migration, or writes over it. */
  async add(name: string, body: string) {
    const text = body.includes('export default')
      ? body
      : `import { Migration } from '#atrium/migrations/main'\n\nexport default class extends Migration {\n${body}\n}\n`
    await writeFile(`${this.#migrations}/${name}.ts`, text)
  }

  /** Puts one model in the place of those that are there. */
  async onlyModel(name: string, text: string) {
    await rm(`${this.#folder}/app`, { recursive: true, force: true })
    await mkdir(`${this.#folder}/app/models`, { recursive: true })
    await writeFile(`${this.#folder}/app/models/${name}.ts`, text)
  }

  /** Copies a folder or file of the project into the copy, such as its own migrations. */
  async copy(path: string) {
    await cp(app.makePath(path), `${this.#folder}/${path}`, { recursive: true })
  }

  /** Takes a file away. */
  async delete(path: string) {
    await rm(`${this.#folder}/${path}`, { recursive: true })
  }

  files() {
    return readdir(this.#migrations)
  }

  ace(command: string[], env: NodeJS.ProcessEnv = {}) {
    return runCommand(['ace.js', ...command], {
      cwd: this.#folder,
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: this.url,
        MIGRATION_SCRATCH_URL: process.env.DATABASE_URL,
        NO_COLOR: '1',
        ...env,
      },
    })
  }

  get url() {
    return this.#scratch.url
  }

  get folder() {
    return this.#folder
  }

  /** Asks its database. */
  query(sql: string) {
    return this.#scratch.query(sql)
  }

  /** Empties its database. */
  async clear() {
    await this.#scratch.clear()
  }

  async remove() {
    await this.#scratch.drop()
    await this.#remove()
  }

  get #migrations() {
    return `${this.#folder}/database/migrations`
  }
}
