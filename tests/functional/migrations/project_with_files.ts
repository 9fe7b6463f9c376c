import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { cp, readdir, rm } from 'node:fs/promises'

import { SmallProject } from './small_project.ts'

/**
 * A small project whose migrations are written by its tests.
 */
export class ProjectWithFiles {
  #project: SmallProject

  static async make() {
    return new ProjectWithFiles(await SmallProject.make())
  }

  private constructor(project: SmallProject) {
    this.#project = project
  }

  get url() {
    return this.#project.database.url
  }

  /** Puts migrations in the place of those that are there: bodies of classes by their names. */
  async write(migrations: Record<string, string>) {
    await this.delete('database/migrations')
    for (const [name, body] of Object.entries(migrations)) await this.add(name, body)
  }

  /** Adds one migration, or writes over it. */
  add(name: string, body: string) {
    const text = body.includes('export default')
      ? body
      : `import { Migration } from '#atrium/migrations/main'\n\nexport default class extends Migration {\n${body}\n}\n`
    return this.#project.file(`database/migrations/${name}.ts`, text)
  }

  /** Puts the application's own migrations in the place of those that are there. */
  async writeOurs() {
    const folder = 'database/migrations'
    await this.delete(folder)
    await cp(app.makePath(folder), join(this.#project.folder, folder), { recursive: true })
  }

  /** Writes the only model that there is. */
  async onlyModel(name: string, text: string) {
    await this.delete('app')
    await this.#project.file(`app/models/${name}.ts`, text)
  }

  /** Takes a file or folder away. */
  async delete(path: string) {
    await rm(join(this.#project.folder, path), { recursive: true, force: true })
  }

  async files() {
    const names = await readdir(join(this.#project.folder, 'database/migrations'))
    return names.sort()
  }

  ace(command: string[], env?: NodeJS.ProcessEnv) {
    return this.#project.ace(command, env)
  }

  /** Asks its database. */
  query(sql: string) {
    return this.#project.database.query(sql)
  }

  /** Empties its database. */
  clear() {
    return this.#project.database.clear()
  }

  remove() {
    return this.#project.remove()
  }
}
