import { Client } from 'pg'
import { promisify } from 'node:util'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { embeddedServerOf } from '#atrium/postgres/main'

const ROOT = new URL('../', import.meta.url)

export const DATABASE = 'atrium_bench'

/**
 * The database of the bench: one of its own in the embedded server, or in the server of
 * DATABASE_URL. It is filled once and kept, until migrations or data change.
 */
export async function openDatabase() {
  const embedded = process.env.DATABASE_URL ? undefined : await embeddedServerOf(ROOT).join()
  const server = process.env.DATABASE_URL ?? embedded!.urlOf('postgres')
  const url = Object.assign(new URL(server), { pathname: `/${DATABASE}` }).href

  await prepare(server, url)
  const { rows } = await ask(url, 'show server_version')
  await ask(url, 'delete from comments where id > 100000; vacuum analyze comments')

  return {
    url,
    version: rows[0].server_version as string,
    close: async () => embedded?.leave(),
  }
}

async function prepare(server: string, url: string) {
  const wanted = fingerprint()
  const { rows } = await ask(
    server,
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = '${DATABASE}'`
  )
  if (rows[0]?.mark === wanted) return

  console.log('Filling the database: 20,000 articles, 100,000 comments, 200,000 favorites')
  await ask(server, `drop database if exists ${DATABASE} with (force)`)
  await ask(server, `create database ${DATABASE}`)
  await promisify(execFile)(process.execPath, ['ace.js', 'migration:run', '--compact-output'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
  })
  for (const file of ['data.sql', 'plain/tables.sql']) await ask(url, read(`benchmarks/${file}`))
  await ask(url, 'vacuum analyze')
  await ask(server, `comment on database ${DATABASE} is '${wanted}'`)
}

/**
 * Changes with the migrations and the data.
 */
function fingerprint() {
  const migrations = readdirSync(new URL('database/migrations/', ROOT)).sort()
  const files = migrations.map((file) => `database/migrations/${file}`)
  const hash = createHash('sha256')

  for (const file of [...files, 'benchmarks/data.sql', 'benchmarks/plain/tables.sql']) {
    hash.update(read(file))
  }
  return hash.digest('hex')
}

function read(path: string) {
  return readFileSync(new URL(path, ROOT), 'utf8')
}

/**
 * VACUUM runs in no transaction, and several statements sent at once are one.
 */
async function ask(url: string, text: string) {
  const client = new Client({ connectionString: url })
  await client.connect()

  try {
    const [first, vacuum] = text.split(/;\s*(?=vacuum)/)
    const result = await client.query(first)
    if (vacuum) await client.query(vacuum)
    return result
  } finally {
    await client.end()
  }
}
