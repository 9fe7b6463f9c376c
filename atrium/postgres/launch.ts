import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'

import type { Home } from './home.ts'
import { Postmaster } from './postmaster.ts'
import type { Binaries } from './binaries.ts'
import { NO_SPACE, reasonIn } from './reason.ts'
import { fixedSettings } from './settings.ts'
import type { ServerUser } from './server_user.ts'
import { E_POSTGRES_DISK_FULL, E_POSTGRES_NOT_STARTED } from './errors.ts'

/** The log is put aside when it is larger than this, in bytes. */
const LOG_LIMIT = 10_000_000

/** Somebody else is starting or stopping the same server: not our failure, ask again. */
const OTHERS_AT_WORK =
  /postmaster\.pid" (already exists|is empty)|shared memory block .* is still in use|Address already in use/

/**
 * Starts the server and comes back when it accepts connections. A second one on the same folder
 * ends by itself; then the error is a passing one and the caller joins the first.
 *
 * @throws E_POSTGRES_NOT_STARTED with the reason from the server's log
 */
export async function launch(home: Home, binaries: Binaries, user: ServerUser) {
  await removeForeignPidFile(home)
  await putLargeLogAside(home)

  const log = await open(home.logFile, 'a', 0o600)
  const { size: written } = await log.stat()
  const settings = Object.entries({ port: String(await portFor(home)), ...fixedSettings })
  const options = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])

  /* Detached: Ctrl-C reaches a whole process group, and the server has to outlive its first user. */
  const server = spawn(binaries.program('postgres'), ['-D', home.dataFolder, ...options], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { TZ: 'UTC' },
    ...user.credentials,
  })
  let failure: Error | undefined
  server.once('error', (error) => (failure = error))
  server.unref()

  try {
    while (server.exitCode === null && server.signalCode === null && !failure) {
      const postmaster = await Postmaster.of(home.dataFolder)
      if (postmaster) {
        /* Ours is late: it would find an empty place if everybody has left the other one by then. */
        if (postmaster.pid !== server.pid) server.kill('SIGINT')
        return postmaster
      }
      await pause(5)
    }
  } finally {
    await log.close()
  }

  const output = await readFile(home.logFile, 'utf8')
  throw explain(failure?.message ?? output.slice(written), home, user)
}

/** The port of last time, so that programs which know it find the server again; else a free one. */
async function portFor(home: Home) {
  const lastTime = await readFile(join(home.dataFolder, 'postmaster.opts'), 'utf8').catch(() => '')
  const [, port = '0'] = /"port=(\d+)"/.exec(lastTime) ?? []

  return freePort(Number(port)).catch(() => freePort(0))
}

function freePort(port: number) {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const found = (probe.address() as AddressInfo).port
      probe.close(() => resolve(found))
    })
  })
}

/**
 * After a restart of the machine the number in the file can belong to another process of the same
 * user, and after a power cut there may be none in it. PostgreSQL would then refuse to start.
 */
async function removeForeignPidFile(home: Home) {
  const file = join(home.dataFolder, 'postmaster.pid')
  const isNobodys =
    (await Postmaster.isForeign(home.dataFolder)) || (await Postmaster.isLeftEmpty(home.dataFolder))
  if (!isNobodys) return

  const aside = `${file}.${process.pid}`
  await rename(file, aside).catch(() => {})
  await rm(aside, { force: true })
}

async function putLargeLogAside(home: Home) {
  const { size } = await stat(home.logFile).catch(() => ({ size: 0 }))
  if (size > LOG_LIMIT) await rename(home.logFile, `${home.logFile}.1`)
}

function explain(output: string, home: Home, user: ServerUser) {
  if (OTHERS_AT_WORK.test(output)) {
    return Object.assign(new Error(output), { code: 'ECONNREFUSED' })
  }
  if (NO_SPACE.test(output)) {
    return new E_POSTGRES_DISK_FULL(`No space is left for ${home.folder}: free some and try again.`)
  }
  return new E_POSTGRES_NOT_STARTED(
    `PostgreSQL did not start as user ${user.name}: ${reasonIn(output)} (its log is ${home.logFile})`
  )
}
