import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { EmbeddedPostgres } from '#atrium/postgres/main'

import { modelText } from './model_text.ts'
import type { Timing } from './table.ts'

const SOURCES = fileURLToPath(new URL('../../', import.meta.url))

/** What of the sources a command needs, besides the installed packages */
const NEEDED = [
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

const run = promisify(execFile)

/**
 * A copy of the application, with many models instead of its own and a server of its own, which runs on between the
 * commands as it does during development.
 */
export class Project {
  #folder: string
  #server: EmbeddedPostgres
  #models: number

  /** @param models how many of them there are */
  static async make(models: number) {
    const folder = await mkdtemp(join(tmpdir(), 'atrium-bench-'))
    for (const name of NEEDED) {
      await cp(join(SOURCES, name), join(folder, name), { recursive: true })
    }
    await symlink(join(SOURCES, 'node_modules'), join(folder, 'node_modules'))

    const server = await new EmbeddedPostgres(join(folder, 'storage', 'postgres')).join()
    const project = new Project(folder, server, models)
    await project.#write()
    return project
  }

  private constructor(folder: string, server: EmbeddedPostgres, models: number) {
    this.#folder = folder
    this.#server = server
    this.#models = models
  }

  /**
   * Times some work a few times.
   *
   * @param goal what it may take, in seconds
   */
  async time(
    name: string,
    goal: number,
    times: number,
    work: (run: number) => Promise<void>
  ): Promise<Timing> {
    const seconds: number[] = []
    for (let each = 0; each < times; each++) {
      const start = performance.now()
      await work(each)
      seconds.push((performance.now() - start) / 1_000)
      console.log(`${name}: ${seconds.at(-1)!.toFixed(2)} s`)
    }
    return { name, seconds, goal }
  }

  /** Runs a command of the application. */
  async ace(...words: string[]) {
    await run(process.execPath, ['ace.js', ...words], {
      cwd: this.#folder,
      maxBuffer: 100_000_000,
      env: {
        ...process.env,
        DATABASE_URL: '',
        NODE_ENV: 'development',
        POSTGRES_FOLDER: join(this.#folder, 'storage', 'postgres'),
      },
    })
  }

  /** Takes all migrations away. */
  async forget() {
    const folder = join(this.#folder, 'database', 'migrations')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
  }

  /** Gives one of the models a field more. */
  async addField(number: number) {
    const more = `
  @field.string({ nullable: true })
  declare remark: string | null
`
    await this.#writeModel(number, more)
  }

  async remove() {
    await this.#server.leave()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #write() {
    await writeFile(
      join(this.#folder, 'config', 'migrations.ts'),
      `export default { models: ['app/things/models/*.ts'] }\n`
    )
    await mkdir(this.#modelsFolder, { recursive: true })
    for (let number = 0; number < this.#models; number++) await this.#writeModel(number)
  }

  async #writeModel(number: number, more?: string) {
    const text = modelText(number, this.#models, more)
    await writeFile(join(this.#modelsFolder, `thing_${number}.ts`), text)
  }

  get #modelsFolder() {
    return join(this.#folder, 'app', 'things', 'models')
  }
}
