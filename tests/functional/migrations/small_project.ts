import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'

import { Scratch } from '#atrium/migrations/main'
import { runCommand } from '#tests/functional/platform/run_command'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** What it has in common with ours. Atrium and the packages are not copied but pointed to */
const COPIED = [
  'ace.js',
  'bin',
  'package.json',
  'tsconfig.json',
  '.env.test',
  '.env.example',
  'start/env.ts',
]
const CONFIG = ['app.ts', 'database.ts', 'encryption.ts', 'logger.ts']
const LINKED = ['node_modules', 'atrium']

const ADONISRC = `
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
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

/** Migrations are tried on the server that is there. Models of the framework are not its business */
const MIGRATIONS_CONFIG = `
import env from '#start/env'

export default { scratchUrl: env.get('MIGRATION_SCRATCH_URL') }
`

/**
 * A project with models and migrations of its own and an empty database, for commands that are run as
 * processes. It has nothing else, so they are quick.
 */
export class SmallProject {
  static async make() {
    const { folder, remove } = await temporaryFolder()
    const copy = (path: string) => cp(app.makePath(path), join(folder, path), { recursive: true })

    for (const path of COPIED) await copy(path)
    for (const path of CONFIG) await copy(join('config', path)).catch(() => {})
    for (const path of LINKED) await symlink(app.makePath(path), join(folder, path))
    await writeFile(join(folder, 'adonisrc.ts'), ADONISRC)
    await writeFile(join(folder, 'config/migrations.ts'), MIGRATIONS_CONFIG)
    return new SmallProject(folder, await Scratch.open(process.env.DATABASE_URL!), remove)
  }

  private constructor(
    readonly folder: string,
    readonly database: Scratch,
    readonly removeFolder: () => Promise<void>
  ) {}

  /** Writes the only model that there is. */
  async model(fields: string, more = '') {
    await rm(join(this.folder, 'app'), { recursive: true, force: true })
    await this.file(
      'app/quarry/models/stone.ts',
      `import { Model, field } from '#atrium/model/main'

export default class Stone extends Model {
  ${more}
  @field.id() declare id: number
  ${fields}
}
`
    )
  }

  async file(path: string, content: string) {
    const full = join(this.folder, path)
    await mkdir(dirname(full), { recursive: true })
    await writeFile(full, content)
  }

  /** The names of its migrations, without their dates. */
  async migrations() {
    const names = await readdir(join(this.folder, 'database/migrations')).catch(() => [])
    return names.sort().map((name) => name.replace(/^\d+_/, ''))
  }

  /** The text of the newest migration. */
  async newest() {
    const folder = join(this.folder, 'database/migrations')
    const names = await readdir(folder)
    return readFile(join(folder, names.sort().at(-1)!), 'utf8')
  }

  ace(command: string[], env: NodeJS.ProcessEnv = {}) {
    return runCommand(['ace.js', ...command], {
      cwd: this.folder,
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: this.database.url,
        MIGRATION_SCRATCH_URL: process.env.DATABASE_URL,
        NO_COLOR: '1',
        ...env,
      },
    })
  }

  async value(sql: string) {
    const { rows } = await this.database.query(sql)
    return Object.values(rows[0] ?? {})[0]
  }

  async remove() {
    await this.database.drop()
    await this.removeFolder()
  }
}
