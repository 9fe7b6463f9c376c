import { Client } from 'pg'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EmbeddedPostgres } from '#atrium/postgres/main'
import { wantedSchema } from '#atrium/migrations/main'

import Entry from './entry.ts'
import Reporter from './reporter.ts'
import { fillStatements } from './data.ts'

const ROOT = new URL('../../', import.meta.url)
const FOLDER = fileURLToPath(new URL('storage/bench_admin', ROOT))

/** Indexes and rules are made when the rows are there: that is quicker */
const LATER = /^create( unique)? index|^alter table .* foreign key/is

/** For this connection: memory to sort and index with, and both processors */
const SETTINGS = `
  set maintenance_work_mem = '1GB';
  set max_parallel_maintenance_workers = 2;
  set max_parallel_workers_per_gather = 2;
  set synchronous_commit = off`

/**
 * The database of the bench, with the tables of the application beside the large one. It is filled
 * once and kept, until something changes in what it is filled with.
 *
 * @param rows of the large table
 */
export async function openDatabase(rows: number) {
  const given = process.env.DATABASE_URL_BENCH
  const embedded = given ? undefined : await new EmbeddedPostgres(FOLDER).join()
  const server = given ?? embedded!.urlOf('postgres')
  const name = `atrium_bench_admin_${rows}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href

  const filled = await prepare(server, url, name, rows)
  return { url, filled, close: async () => embedded?.leave() }
}

/** Returns how many seconds filling it took, unless it was there already. */
async function prepare(server: string, url: string, name: string, rows: number) {
  const mark = createHash('sha256').update(fillStatements(rows).join()).digest('hex')
  const connection = await connected(server)
  try {
    const found = await connection.query(
      `select 1 from pg_database
       where datname = '${name}' and shobj_description(oid, 'pg_database') = '${mark}'`
    )
    if (found.rowCount) {
      await migrate(url)
      return undefined
    }

    await connection.query(`drop database if exists ${name} with (force)`)
    await connection.query(`create database ${name}`)
    const start = performance.now()
    await fill(url, rows)
    const seconds = (performance.now() - start) / 1_000
    await migrate(url)
    await connection.query(`comment on database ${name} is '${mark}'`)
    return seconds
  } finally {
    await connection.end()
  }
}

/** The tables are made and filled in one transaction, which needs no journal of it. */
async function fill(url: string, rows: number) {
  const models = [Reporter, Entry].map((model) => ({ component: 'bench', model }))
  const { sql } = await wantedSchema(models, url, { keep: false })
  const client = await connected(url)

  try {
    await client.query(SETTINGS)
    await client.query('begin')
    await timed(
      'tables',
      sql.filter((one) => !LATER.test(one))
    )
    await timed(`${rows.toLocaleString('en')} rows`, fillStatements(rows))
    await timed(
      'indexes',
      sql.filter((one) => LATER.test(one))
    )
    await client.query('commit')
    await timed('statistics', ['vacuum analyze bench_reporters', 'vacuum analyze bench_entries'])
  } finally {
    await client.end()
  }

  async function timed(what: string, statements: string[]) {
    const start = performance.now()
    for (const statement of statements) await client.query(statement)
    console.log(`Made ${what} in ${((performance.now() - start) / 1_000).toFixed(1)} s`)
  }
}

async function migrate(url: string) {
  await promisify(execFile)(process.execPath, ['ace.js', 'migration:run', '--compact-output'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
  })
}

async function connected(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}
