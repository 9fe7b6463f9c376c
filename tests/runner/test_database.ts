import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'

import { TestDatabases, embeddedServerOf } from '#atrium/postgres/main'

const APP_ROOT = new URL('../../', import.meta.url)
const MIGRATIONS = new URL('database/migrations/', APP_ROOT)

/**
 * Takes part in the server of the tests, DATABASE_URL or else the embedded one, and sees to it
 * that the template with today's migrations is there.
 */
export async function joinTestServer() {
  const embedded = process.env.DATABASE_URL ? undefined : await embeddedServerOf(APP_ROOT).join()
  const databases = await TestDatabases.at(process.env.DATABASE_URL ?? embedded!.urlOf('postgres'))
  const template = await databases.template(await fingerprint(), migrate)

  return {
    databases,
    template,
    async leave() {
      await databases.close()
      await embedded?.leave()
    },
  }
}

/** A database for this process: a copy of the template, gone when `drop` is called. */
export async function openTestDatabase() {
  const { databases, template, leave } = await joinTestServer()
  const { url, drop } = await databases.copy(template)

  return {
    url,
    async drop() {
      await drop()
      await leave()
    },
  }
}

async function fingerprint() {
  const hash = createHash('sha256')
  const names = await readdir(MIGRATIONS)
  for (const name of names.sort()) {
    hash.update(name).update(await readFile(new URL(name, MIGRATIONS)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** In a process of its own, since an application connects to one database only. */
async function migrate(url: string) {
  const options = { cwd: APP_ROOT, env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: url } }
  const command = ['ace.js', 'migration:run', '--compact-output']

  await promisify(execFile)(process.execPath, command, options).catch((error) => {
    throw new Error(`The migrations failed:\n${error.stdout}${error.stderr}`)
  })
}
