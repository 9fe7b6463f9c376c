import { Client } from 'pg'
import { loadavg } from 'node:os'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EmbeddedPostgres } from '#atrium/postgres/main'
import { wantedSchema } from '#atrium/migrations/main'

import Entry from './entry.ts'
import Reporter from './reporter.ts'
import { fillStatements, historyStatement } from './data.ts'

const ROOT = new URL('../../', import.meta.url)
const FOLDER = fileURLToPath(new URL('storage/bench_admin', ROOT))

/** Indexes and rules are made when the rows are there: that is quicker */
const LATER = /^create( unique)? index|^alter table .* foreign key/is

/** What writes the history, which has a content of its own here */
const TRIGGER = /^create( or replace)? trigger/i

/** What is made anew when the rows are there */
const HISTORY_INDEXES = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = 'history'::regclass and not i.indisprimary`

/** For this connection: memory to sort and index with, and both processors */
const SETTINGS = `
  set maintenance_work_mem = '1GB';
  set max_parallel_maintenance_workers = 2;
  set max_parallel_workers_per_gather = 2;
  set synchronous_commit = off`

/** Seconds that filling took: the large table with its indexes, the history with its own; and the load meanwhile */
export type Filling = { rows: number; history: number; load: number }

/**
 * The database of the bench, with the tables of the application beside the large one. It is filled
 * once and kept, until something changes in what it is filled with.
 *
 * @param rows of the large table, and entries of the history
 */
export async function openDatabase(rows: number) {
  const given = process.env.DATABASE_URL_BENCH
  const embedded = given ? undefined : await new EmbeddedPostgres(FOLDER).join()
  const server = given ?? embedded!.urlOf('postgres')
  const name = `atrium_bench_admin_${rows}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href

  const filling = await prepare(server, url, name, rows)
  return { url, filling, close: async () => embedded?.leave() }
}

/** What the database is filled with, and how long that took, stands in its comment. */
async function prepare(server: string, url: string, name: string, rows: number) {
  const content = [...fillStatements(rows), historyStatement(rows, rows)].join()
  const mark = createHash('sha256').update(content).digest('hex')
  const connection = await connected(server)
  try {
    const { rows: found } = await connection.query(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = '${name}'`
    )
    const [known, filling] = found[0]?.comment?.split(' ') ?? []
    if (known === mark) {
      await migrate(url)
      return JSON.parse(filling) as Filling
    }

    await connection.query(`drop database if exists ${name} with (force)`)
    await connection.query(`create database ${name}`)
    const tables = await statementsOfTables(url)
    const entries = await secondsOf(() => fill(url, rows, tables))
    await migrate(url)
    const history = await secondsOf(() => fillHistory(url, rows, tables))

    const took: Filling = { rows: entries, history, load: loadavg()[2] }
    await connection.query(`comment on database ${name} is '${mark} ${JSON.stringify(took)}'`)
    return took
  } finally {
    await connection.end()
  }
}

/** What makes the tables of the bench: that of the history, which one of them asks for, is the application's. */
async function statementsOfTables(url: string) {
  const models = [Reporter, Entry].map((model) => ({ component: 'bench', model }))
  const { sql } = await wantedSchema(models, url, { keep: false })
  return sql.filter((one) => one.includes('bench_'))
}

/** The tables are made and filled in one transaction, which needs no journal of it. */
async function fill(url: string, rows: number, tables: string[]) {
  const client = await connected(url)

  try {
    await client.query(SETTINGS)
    await client.query('begin')
    const early = tables.filter((one) => !LATER.test(one) && !TRIGGER.test(one))
    const late = tables.filter((one) => LATER.test(one))
    await run(client, 'tables', early)
    await run(client, `${rows.toLocaleString('en')} rows`, fillStatements(rows))
    await run(client, 'indexes', late)
    await client.query('commit')
    await run(client, 'statistics', [
      'vacuum analyze bench_reporters',
      'vacuum analyze bench_entries',
    ])
  } finally {
    await client.end()
  }
}

/** A table that is emptied in the transaction that fills it needs no journal either. */
async function fillHistory(url: string, rows: number, tables: string[]) {
  const client = await connected(url)
  try {
    await client.query(SETTINGS)
    const { rows: indexes } = await client.query(HISTORY_INDEXES)

    await client.query('begin')
    await client.query('truncate history')
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await run(client, `${rows.toLocaleString('en')} entries of the history`, [
      historyStatement(rows, rows),
    ])
    await run(
      client,
      'their indexes',
      indexes.map(({ definition }) => definition)
    )
    for (const one of tables) if (TRIGGER.test(one)) await client.query(one)
    await client.query('commit')
    await run(client, 'their statistics', ['vacuum analyze history'])
  } finally {
    await client.end()
  }
}

async function run(client: Client, what: string, statements: string[]) {
  const seconds = await secondsOf(async () => {
    for (const statement of statements) await client.query(statement)
  })
  console.log(`Made ${what} in ${seconds} s`)
}

async function secondsOf(work: () => Promise<void>) {
  const start = performance.now()
  await work()
  return Math.round((performance.now() - start) / 1_000)
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
