import { promisify } from 'node:util'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'

import type { Home } from './home.ts'
import { isAlive } from './postmaster.ts'
import type { Binaries } from './binaries.ts'
import { initialSettings } from './settings.ts'
import type { ServerUser } from './server_user.ts'
import { NO_SPACE, reasonIn } from './reason.ts'
import {
  E_POSTGRES_DISK_FULL,
  E_POSTGRES_NOT_STARTED,
  E_POSTGRES_OTHER_VERSION,
  E_POSTGRES_UNREADABLE_DATA,
  isThere,
} from './errors.ts'

const run = promisify(execFile)

/**
 * The data folder of a server (PostgreSQL calls its contents a cluster): making it, and seeing
 * whether this server can use it.
 */
export class Cluster {
  #home: Home
  #user: ServerUser

  constructor(home: Home, user: ServerUser) {
    this.#home = home
    this.#user = user
  }

  /** Is there a data folder already? */
  async exists() {
    return stat(this.#home.dataFolder).then(
      () => true,
      () => false
    )
  }

  /**
   * Makes the data folder. It grows under another name and is renamed when it is complete, so of
   * several processes that race for it one wins, and nobody meets half of it.
   *
   * @returns true when it was this process that won
   */
  async create(binaries: Binaries) {
    await this.#removeAbandonedDrafts()

    const draft = join(this.#home.folder, `draft.${process.pid}`)
    try {
      await this.#initialise(draft, binaries)
      await rename(join(draft, 'data'), this.#home.dataFolder)
      return true
    } catch (error) {
      if (!isThere(error)) throw this.#explain(error as NodeJS.ErrnoException)
      return false
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }

  /**
   * @throws E_POSTGRES_UNREADABLE_DATA the folder is not the user's, or holds something else
   * @throws E_POSTGRES_OTHER_VERSION another major version made it
   */
  async assertUsableBy(binaries: Binaries) {
    const { dataFolder } = this.#home
    const { uid } = await stat(dataFolder)
    const version = await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => '')

    if (this.#user.uid !== -1 && uid !== this.#user.uid) {
      throw new E_POSTGRES_UNREADABLE_DATA(
        `The data folder ${dataFolder} belongs to user ${uid}, but the server would run as user ${this.#user.uid}: ` +
          `run \`chown -R ${this.#user.uid} ${dataFolder}\`, or start as the user who made it.`
      )
    }
    if (version === '') {
      throw new E_POSTGRES_UNREADABLE_DATA(
        `The data folder ${dataFolder} cannot be read, or was not made by PostgreSQL: ` +
          'check its permissions, or move it away to begin with an empty database.'
      )
    }
    if (version.trim() !== binaries.version.split('.')[0]) {
      throw new E_POSTGRES_OTHER_VERSION(
        `The data folder ${dataFolder} was made by PostgreSQL ${version.trim()}, this one is ${binaries.version}: ` +
          'move the data over with pg_dump, or install the version that made them.'
      )
    }
  }

  async #initialise(draft: string, binaries: Binaries) {
    const passwordFile = join(draft, 'password')
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, this.#home.password(), { mode: 0o600 })
    if (this.#user.isOther) {
      await chown(passwordFile, this.#user.uid, this.#user.gid)
      await chown(draft, this.#user.uid, this.#user.gid)
    }

    const settings = Object.entries(initialSettings).flatMap(([name, value]) => [
      '--set',
      `${name}=${value}`,
    ])
    const locale = [
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]

    await run(
      binaries.program('initdb'),
      ['-D', join(draft, 'data'), ...access, ...locale, ...settings],
      {
        cwd: '/',
        ...this.#user.credentials,
      }
    )
  }

  /** A process that was killed in the middle leaves its draft behind. */
  async #removeAbandonedDrafts() {
    for (const name of await readdir(this.#home.folder)) {
      const [, pid] = /^draft\.(\d+)$/.exec(name) ?? []
      if (pid && !isAlive(Number(pid))) {
        await rm(join(this.#home.folder, name), { recursive: true, force: true })
      }
    }
  }

  #explain(error: NodeJS.ErrnoException & { stderr?: string }) {
    const output = error.stderr ?? error.message
    if (error.code === 'ENOSPC' || NO_SPACE.test(output)) {
      return new E_POSTGRES_DISK_FULL(
        `No space is left for ${this.#home.folder}: free some and try again.`
      )
    }
    return new E_POSTGRES_NOT_STARTED(
      `The data folder ${this.#home.dataFolder} could not be made as user ${this.#user.name}: ${reasonIn(output)}`
    )
  }
}
