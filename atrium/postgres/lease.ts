import { Client } from 'pg'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import type { Home } from './home.ts'
import { E_POSTGRES_WRONG_PASSWORD } from './errors.ts'
import { isAlive, type Postmaster } from './postmaster.ts'

/** The advisory lock that every user of an embedded server shares. Any number would do. */
const KEY = 481_720_161

/** What a server says while it comes, goes, or was killed: whoever hears it tries again. */
const PASSING = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'])

/** What pg says about a connection that the server has ended. */
const BROKEN = /^(Connection terminated|Client has encountered a connection error)/

/**
 * One process's share in a running server: a connection that holds a shared lock. It vanishes
 * with its process, however that ends, so the locks always tell who is there.
 */
export class Lease {
  #client: Client
  #isOver = false

  /** Connects and takes a share. Waits while the last user of the server is about to stop it. */
  static async take(home: Home, { port }: Postmaster, onLost: () => void) {
    const client = new Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: home.password(),
      database: 'postgres',
      application_name: `lease of process ${process.pid}`,
    })
    const lease = new Lease(client)
    client.on('error', () => {})
    client.on('end', () => !lease.#isOver && onLost())

    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [KEY])
    } catch (error) {
      lease.#isOver = true
      await client.end().catch(() => {})
      throw explain(error, home)
    }

    lease.#socket.unref()
    return lease
  }

  /** Would trying again help against this error? */
  static isPassing(error: unknown) {
    const { code = '', message } = error as NodeJS.ErrnoException
    return PASSING.has(code) || BROKEN.test(message)
  }

  private constructor(client: Client) {
    this.#client = client
  }

  /** Runs a statement in the maintenance database `postgres`. */
  async query<Row>(sql: string, values: unknown[] = []) {
    this.#socket.ref()
    const { rows } = await this.#client.query(sql, values)
    this.#socket.unref()
    return rows as Row[]
  }

  /** The other processes that hold a share. */
  async others() {
    const rows = await this.query<{ name: string }>(
      `select application_name as name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and classid = 0 and objid = $1 and granted and pid <> pg_backend_pid()`,
      [KEY]
    )
    return rows.map(({ name }) => Number(name.split(' ').at(-1)))
  }

  /**
   * Gives the share up.
   *
   * @param stop what to do when it was the last one. Nobody can join meanwhile.
   */
  async giveBack(stop: () => Promise<void>) {
    this.#isOver = true
    const isLast = await this.#unlock().catch((error) => {
      /* Then it was the last one, and somebody who left at the same moment has stopped the server. */
      if (!Lease.isPassing(error)) throw error
      return false
    })

    this.#socket.ref()
    if (isLast) await stop()
    await this.#client.end().catch(() => {})
  }

  /**
   * Gives the share up and takes the whole lock if nobody else has a share. The server notices a
   * killed process a moment late: such a share is waited for.
   */
  async #unlock() {
    await this.query('select pg_advisory_unlock_shared($1)', [KEY])
    for (;;) {
      const [{ free }] = await this.query<{ free: boolean }>(
        'select pg_try_advisory_lock($1) as free',
        [KEY]
      )
      if (free) return true

      const others = await this.others()
      if (others.some(isAlive)) return false
      await pause(5)
    }
  }

  get #socket() {
    return (this.#client as unknown as { connection: { stream: Socket } }).connection.stream
  }
}

function explain(error: unknown, home: Home) {
  if ((error as NodeJS.ErrnoException).code !== '28P01') return error

  return new E_POSTGRES_WRONG_PASSWORD(
    `The password in ${home.passwordFile} is not that of the data folder beside it: ` +
      'put the right file back, or move the data folder away to begin with an empty database.'
  )
}
