import { randomBytes } from 'node:crypto'
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'

const PREFIX = 'atrium_test'

/** The advisory lock of whoever builds a template. Any number would do. */
const KEY = 481_720_163

/** Templates that nobody used for so many days are dropped. */
const TEMPLATE_DAYS = 7

/** A database younger than this many seconds may still wait for its first connection. */
const GRACE = 60

/**
 * Databases for tests: copies of a migrated template, one for each test process, so that several
 * runs at once do not meet.
 */
export class TestDatabases {
  #url: string
  #client: Client

  /** @param url a database from which others may be created */
  static async at(url: string) {
    const client = new Client({ connectionString: url })
    await client.connect()
    return new TestDatabases(url, client)
  }

  private constructor(url: string, client: Client) {
    this.#url = url
    this.#client = client
  }

  /**
   * The template for these migrations, built on first use.
   *
   * @param fingerprint tells one state of the migrations from another
   * @param migrate brings the empty database at `url` up to date
   */
  async template(fingerprint: string, migrate: (url: string) => Promise<void>) {
    const name = `${PREFIX}_template_${fingerprint}`

    await this.#client.query('select pg_advisory_lock($1)', [KEY])
    try {
      if (!(await this.#exists(name))) await this.#build(name, migrate)
      await this.#run(
        `comment on database ${escapeIdentifier(name)} is ${escapeLiteral(new Date().toISOString())}`
      )
    } finally {
      await this.#client.query('select pg_advisory_unlock($1)', [KEY])
    }
    return name
  }

  /** Makes a copy of the template. It is kept alive by a connection until `drop` is called. */
  async copy(template: string) {
    const seconds = Math.floor(Date.now() / 1000)
    const name = `${PREFIX}_${seconds}_${randomBytes(4).toString('hex')}`

    await this.#run(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`
    )
    /* Their contents are not worth waiting for the disk. */
    await this.#run(`alter database ${escapeIdentifier(name)} set synchronous_commit = off`)

    const keeper = new Client({ connectionString: this.#urlOf(name) })
    keeper.on('error', () => {})
    await keeper.connect()
    const drop = async () => {
      await keeper.end()
      await this.#run(`drop database if exists ${escapeIdentifier(name)} with (force)`)
    }
    return { url: this.#urlOf(name), drop }
  }

  /** Drops what killed runs left behind, and templates of old migrations. */
  async dropAbandoned() {
    const { rows } = await this.#client.query<{ name: string }>(
      `select datname as name from pg_database
       where datname ~ '^${PREFIX}_\\d+_'
         and split_part(datname, '_', 3)::bigint < extract(epoch from now()) - $1
         and not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)
       union all
       select datname from pg_database
       where datname like '${PREFIX}_template_%'
         and coalesce(shobj_description(oid, 'pg_database'), '2000-01-01')::timestamptz < now() - make_interval(days => $2)`,
      [GRACE, TEMPLATE_DAYS]
    )
    /* Whoever is connected after all keeps theirs: PostgreSQL refuses to drop it. */
    for (const { name } of rows) {
      await this.#run(`drop database if exists ${escapeIdentifier(name)}`).catch(() => {})
    }
  }

  async close() {
    await this.#client.end()
  }

  async #build(name: string, migrate: (url: string) => Promise<void>) {
    const draft = `${PREFIX}_${Math.floor(Date.now() / 1000)}_draft_${process.pid}`
    await this.#run(`create database ${escapeIdentifier(draft)}`)
    try {
      await migrate(this.#urlOf(draft))
      await this.#run(
        `alter database ${escapeIdentifier(draft)} rename to ${escapeIdentifier(name)}`
      )
    } catch (error) {
      /* A run that entered the server by another database does not share the lock. */
      if (!(error instanceof DatabaseError && error.code === '42P04')) throw error
    } finally {
      await this.#run(`drop database if exists ${escapeIdentifier(draft)} with (force)`)
    }
  }

  async #exists(name: string) {
    const { rowCount } = await this.#client.query('select from pg_database where datname = $1', [
      name,
    ])
    return rowCount === 1
  }

  async #run(sql: string) {
    await this.#client.query(sql)
  }

  #urlOf(name: string) {
    const url = new URL(this.#url)
    url.pathname = `/${name}`
    return url.href
  }
}
