import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { escapeIdentifier } from 'pg'

import { Home } from './home.ts'
import { Lease } from './lease.ts'
import { Cluster } from './cluster.ts'
import { Binaries } from './binaries.ts'
import { launch } from './launch.ts'
import { ServerUser } from './server_user.ts'
import { Postmaster } from './postmaster.ts'
import { E_POSTGRES_NOT_STARTED } from './errors.ts'

/** How long a start may take, in milliseconds. Recovery after a power cut is the slow case. */
const PATIENCE = 60_000

/**
 * The PostgreSQL server that comes with the project. It starts when the first process joins it,
 * serves all that join, and stops when the last one leaves.
 */
export class EmbeddedPostgres {
  readonly home: Home

  /** True when this process made the data folder, a moment ago. */
  isNew = false

  #user = ServerUser.current()
  #lease?: Lease
  #rejoining?: Promise<void>
  #postmaster?: Postmaster
  #hasLeft = false

  /** @param folder where data, password and log are kept */
  constructor(folder: string) {
    this.home = Home.at(folder, this.#user)
  }

  /** Takes part in the server, and starts it if need be. */
  async join() {
    const deadline = Date.now() + PATIENCE
    this.#hasLeft = false

    while (!this.#lease && !this.#hasLeft) {
      try {
        this.#postmaster = (await Postmaster.of(this.home.dataFolder)) ?? (await this.#start())
        this.#lease = await Lease.take(this.home, this.#postmaster, () => this.#rejoin())
      } catch (error) {
        if (!Lease.isPassing(error) || Date.now() > deadline) throw error
        await pause(20)
      }
    }
    return this
  }

  /** Leaves the server. The last one to leave stops it, unless it was asked to keep running. */
  async leave() {
    this.#hasLeft = true
    await this.#rejoining
    const lease = this.#lease
    this.#lease = undefined

    await lease?.giveBack(async () => {
      if (!this.isKept) await this.#postmaster!.stop()
    })
  }

  /** Makes a database unless it is there, and gives its address. */
  async database(name: string) {
    const found = await this.query('select from pg_database where datname = $1', [name])
    if (found.length === 0) {
      await this.query(`create database ${escapeIdentifier(name)}`).catch((error) => {
        if (error.code !== '42P04' && error.code !== '23505') throw error
      })
    }
    return this.urlOf(name)
  }

  /** The address of one of its databases. */
  urlOf(name: string) {
    return `postgres://postgres:${this.home.password()}@127.0.0.1:${this.port}/${name}`
  }

  /** Runs a statement in the maintenance database `postgres`. */
  query<Row>(sql: string, values: unknown[] = []) {
    return this.#joined.query<Row>(sql, values)
  }

  get port() {
    return this.#postmaster!.port
  }

  /** What runs, without joining it: undefined when nothing does. */
  running() {
    return Postmaster.of(this.home.dataFolder)
  }

  /** The numbers of the other processes that take part. */
  others() {
    return this.#joined.others()
  }

  /** Is it to go on when its last user leaves? */
  get isKept() {
    return existsSync(this.home.keepFile)
  }

  /** Lets it go on when its last user leaves. */
  async keep() {
    await writeFile(this.home.keepFile, '')
  }

  /** Lets it stop again when its last user leaves. */
  async letGo() {
    await rm(this.home.keepFile, { force: true })
  }

  /** Stops it now, whoever uses it. */
  async stop() {
    await this.letGo()
    const postmaster = await this.running()
    this.#hasLeft = true
    await postmaster?.stop()
  }

  async #start() {
    const cluster = new Cluster(this.home, this.#user)
    const binaries = await Binaries.installed().usableBy(this.#user, this.home.spareFolder)

    if (!(await cluster.exists())) this.isNew = await cluster.create(binaries)
    await cluster.assertUsableBy(binaries)
    return launch(this.home, binaries, this.#user)
  }

  /** The server was killed, or its last user stopped it by hand. Our connections need it back. */
  #rejoin() {
    this.#lease = undefined
    if (this.#hasLeft) return

    this.#rejoining = this.join().then(
      () => {},
      (error) => console.error(`${error.code}: ${error.message}`)
    )
  }

  get #joined() {
    if (!this.#lease)
      throw new E_POSTGRES_NOT_STARTED(
        'The embedded PostgreSQL server is not running: join it first.'
      )
    return this.#lease
  }
}
