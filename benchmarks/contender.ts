import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort } from '#tests/runner/free_port'

const ROOT = new URL('../', import.meta.url)
const PATIENCE = 30_000

/**
 * How one of the servers under comparison is started.
 */
export type Recipe = {
  name: string
  label: string
  args: string[]
  folder: string
}

/**
 * One of the servers under comparison: a process of its own on a port of its own.
 */
export class Contender {
  readonly name: string
  readonly label: string

  #child: ChildProcess
  #port: number

  /** Starts it, and waits until it answers. */
  static async start(recipe: Recipe, databaseUrl: string) {
    const contender = new Contender(recipe, databaseUrl, await findFreePort())
    await contender.#answers()
    return contender
  }

  private constructor({ name, label, args, folder }: Recipe, databaseUrl: string, port: number) {
    this.name = name
    this.label = label
    this.#port = port
    this.#child = spawn(process.execPath, args, {
      cwd: new URL(folder, ROOT),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        APP_URL: 'http://127.0.0.1',
        APP_KEY: 'only-for-the-bench-0123456789-abcdef',
        DATABASE_URL: databaseUrl,
        DATABASE_POOL_SIZE: '10',
        RATE_LIMIT_FACTOR: '1000000',
      },
    })
  }

  get pid() {
    return this.#child.pid!
  }

  /** The address of a path. */
  url(path: string) {
    return `http://127.0.0.1:${this.#port}${path}`
  }

  /** Asks for something once. */
  async ask(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
    const response = await fetch(this.url(path), { method, body, headers })
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`${this.label} answers ${method} ${path} with ${response.status}: ${text}`)
    }

    return text
  }

  /** Ends it. */
  async stop() {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
  }

  async #answers() {
    for (const start = Date.now(); Date.now() - start < PATIENCE; await pause(50)) {
      if (this.#child.exitCode !== null) break
      if (await this.ask('GET', '/health/live').catch(() => null)) return
    }

    throw new Error(`${this.label} did not start`)
  }
}
