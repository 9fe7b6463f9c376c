import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { spawn, type ChildProcess } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { setTimeout as pause } from 'node:timers/promises'

import { findFreePort } from '#tests/runner/free_port'
import { EmbeddedPostgres } from '#atrium/postgres/main'

/** How long a start may take, in milliseconds. */
const START_WITHIN = 60_000

/** How many ticks of /proc make a second, on every Linux of today. */
const TICKS = 100

/**
 * The product as its users meet it: `npm start` in a process of its own, with a database folder
 * of its own, spoken to over HTTP.
 */
export class Product {
  #folder: string
  #root: string
  #entry: string
  #port?: number
  #process?: ChildProcess

  /**
   * @param folder where its database lives
   * @param root where its sources are, if they are not ours
   * @param entry what is run of them
   */
  constructor(folder: string, root = app.makePath(), entry = 'bin/start.ts') {
    this.#folder = folder
    this.#root = root
    this.#entry = entry
  }

  /** Starts it, and waits until it answers. */
  async start() {
    this.#port ??= await findFreePort()
    this.#process = spawn(process.execPath, ['--import=./bin/preflight.js', this.#entry], {
      cwd: this.#root,
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: 'development',
        SESSION_DRIVER: 'database',
        DATABASE_URL: '',
        POSTGRES_FOLDER: this.#folder,
        RATE_LIMIT_FACTOR: '10000',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
      },
    })

    const deadline = Date.now() + START_WITHIN
    while (
      !(await this.get('/health/live').then(
        (answer) => answer.ok,
        () => false
      ))
    ) {
      if (Date.now() > deadline) throw new Error('The product does not answer')
      await pause(20)
    }
  }

  /** Ends it with a signal. Gives its exit code, or null if it had no chance to have one. */
  async end(signal: NodeJS.Signals) {
    const ended = once(this.#process!, 'exit')
    this.#process!.kill(signal)
    const [code] = await ended
    return code as number | null
  }

  /** How many seconds of a processor it has used so far. */
  async processorSeconds() {
    const stat = await readFile(`/proc/${this.#process!.pid}/stat`, 'utf8')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) / TICKS
  }

  /** Removes whatever is left of it, also when a test failed in the middle. */
  async discard() {
    if (this.#process?.exitCode === null && this.#process.signalCode === null) {
      await this.end('SIGKILL')
    }
    await new EmbeddedPostgres(this.#folder).stop()
    await rm(this.#folder, { recursive: true, force: true })
  }

  get(path: string) {
    return fetch(this.address(path))
  }

  /** Posts to the JSON API. */
  async post(path: string, body: object, token?: string) {
    const response = await fetch(this.address(path), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Token ${token}` }),
      },
      body: JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as any
  }

  address(path: string) {
    return `http://127.0.0.1:${this.#port}${path}`
  }
}
