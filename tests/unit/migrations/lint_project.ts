import app from '@adonisjs/core/services/app'
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'

import { Scratch } from '#atrium/migrations/main'
import { runCommand } from '#tests/functional/platform/run_command'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** What a project is made of, besides its packages and its migrations. */
const SOURCES = [
  '.adonisjs',
  '.env.example',
  'ace.js',
  'adonisrc.ts',
  'app',
  'atrium',
  'bin',
  'config',
  'package.json',
  'public',
  'resources',
  'start',
  'tsconfig.json',
  'vite.config.ts',
]

/**
 * A copy of the project with migrations of its own and an empty database, for commands that are run
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
