import { randomBytes } from 'node:crypto'
import { escapeIdentifier, type Client, type QueryResult } from 'pg'

import { connectTo } from './connection.ts'
import { noScratch } from './no_scratch.ts'

const PREFIX = 'atrium_scratch'

/** A database younger than this many seconds may still wait for its first connection */
const GRACE = 60

/**
 * A database for a moment, to try things in. It is dropped when it is closed; what a killed process
 * left behind goes when somebody opens the next one.
 */
export class Scratch {
  #keeper: Client
  #client: Client
  #isGone = false

  /**
   * Makes an empty database.
   *
   * @param url any database of the server
   * @throws E_SCRATCH_NOT_AVAILABLE the server is not there, or refuses
   */
  static async open(url: string) {
    const name = `${PREFIX}_${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString('hex')}`
    try {
      const keeper = await connectTo(url)
      await dropAbandoned(keeper)
      await keeper.query(`create database ${name} template template0`)

      const address = inDatabase(url, name)
      return new Scratch(name, address, keeper, await connectTo(address))
    } catch (error) {
      throw noScratch(error)
    }
  }

  private constructor(
    readonly name: string,

    /** For other connections to it. They have to end before it is closed */
    readonly url: string,
    keeper: Client,
    client: Client
  ) {
    this.#keeper = keeper
    this.#client = client
  }

  /** Asks the database. */
  query(sql: string): Promise<QueryResult & QueryResult[]> {
    return this.#client.query(sql) as any
  }

  /** Makes it empty again. */
  async clear() {
    await this.query('drop schema public cascade; create schema public')
  }

  /** Drops it, whoever is connected. */
  async drop() {
    if (this.#isGone) return
    this.#isGone = true

    await this.#client.end()
    await this.#keeper.query(`drop database if exists ${escapeIdentifier(this.name)} with (force)`)
    await this.#keeper.end()
  }
}

function inDatabase(url: string, name: string) {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function dropAbandoned(client: Client) {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database
     where datname ~ '^${PREFIX}_\\d+_'
       and split_part(datname, '_', 3)::bigint < extract(epoch from now()) - ${GRACE}
       and not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)`
  )
  /* Whoever is connected after all keeps theirs: PostgreSQL refuses to drop it. */
  for (const { name } of rows) {
    await client.query(`drop database if exists ${escapeIdentifier(name)}`).catch(() => {})
  }
}
