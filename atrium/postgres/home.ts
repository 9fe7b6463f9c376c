import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  linkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'

import type { ServerUser } from './server_user.ts'
import { E_POSTGRES_DISK_FULL, E_POSTGRES_UNREADABLE_DATA, isThere } from './errors.ts'

/** Where root keeps the data of projects that lie where no other user can enter. */
const ELSEWHERE = '/var/lib/atrium-postgres'

/**
 * The folder in which a project's server keeps its data, password and log.
 */
export class Home {
  /**
   * The home that belongs to `folder`: this folder, or one in /var/lib when the server's user
   * cannot enter it. Data that are there already are never left behind.
   */
  static at(folder: string, user: ServerUser) {
    const wanted = resolve(folder)
    const elsewhere = new Home(join(ELSEWHERE, nameOf(wanted)), ELSEWHERE, true)
    if (user.isOther && existsSync(elsewhere.dataFolder)) return elsewhere

    const home = new Home(wanted, wanted, false)
    home.#make()
    if (user.reaches(home.folder)) return home

    elsewhere.#make()
    return elsewhere
  }

  constructor(
    readonly folder: string,

    /** Where copies of the binaries go, when some are needed. */
    readonly spareFolder: string,

    /** True when it is not the folder that was asked for. */
    readonly isElsewhere: boolean
  ) {}

  /** PostgreSQL's own folder (PGDATA). */
  get dataFolder() {
    return join(this.folder, 'data')
  }

  /** The password of the superuser `postgres`, readable by its owner only. */
  get passwordFile() {
    return join(this.folder, 'password')
  }

  /** What the server writes about itself. */
  get logFile() {
    return join(this.folder, 'server.log')
  }

  /** While this file is there, the server goes on when its last user leaves. */
  get keepFile() {
    return join(this.folder, 'keep-running')
  }

  /** The password, made on first use. All who race for it get the same one. */
  password() {
    try {
      if (!existsSync(this.passwordFile)) this.#makePassword()
      return readFileSync(this.passwordFile, 'utf8').trim()
    } catch (error) {
      throw this.#refusal(error as NodeJS.ErrnoException)
    }
  }

  #makePassword() {
    const draft = `${this.passwordFile}.${process.pid}`
    writeFileSync(draft, randomBytes(24).toString('base64url') + '\n', { mode: 0o600 })
    try {
      linkSync(draft, this.passwordFile)
    } catch (error) {
      if (!isThere(error)) throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }

  #make() {
    try {
      if (existsSync(this.folder)) return
      mkdirSync(this.folder, { recursive: true, mode: 0o755 })
      chmodSync(this.folder, 0o755)
      if (this.isElsewhere) chmodSync(dirname(this.folder), 0o755)
    } catch (error) {
      throw this.#refusal(error as NodeJS.ErrnoException)
    }
  }

  #refusal(error: NodeJS.ErrnoException) {
    if (error.code === 'ENOSPC') {
      return new E_POSTGRES_DISK_FULL(
        `No space is left for ${this.folder}: free some and try again.`
      )
    }
    return new E_POSTGRES_UNREADABLE_DATA(
      `The folder of the database, ${this.folder}, cannot be used by this user (${error.code}): ` +
        'give it to them with chown, or set DATABASE_URL to a server of your own.'
    )
  }
}

function nameOf(folder: string) {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 10)
  return `${basename(resolve(folder, '../..')) || 'project'}-${digest}`
}
