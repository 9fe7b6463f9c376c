import { on, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { fork, execFile, type ChildProcess } from 'node:child_process'
import { promisify } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'

import env from '#start/env'
import type { Usage } from './measure.ts'
import { findFreePort } from '#tests/runner/free_port'
import { buildAssets } from '../../bin/steps/build_assets.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Bytes after which a reader may pause */
const SOME = 1_048_576

/** Milliseconds for a start */
const PATIENCE = 30_000

const ACCOUNT = { email: 'admin@bench.test', password: 'password-of-the-bench' }

/**
 * The admin in a process of its own, and somebody who is signed in there.
 */
export class Site {
  readonly #child: ChildProcess
  readonly #address: string
  readonly #cookies = new Map<string, string>()

  /** Starts it on this database, and signs in an administrator. */
  static async start(url: string) {
    await buildAssets()
    const port = await findFreePort()
    const settings = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: 'http://127.0.0.1',
      APP_KEY: env.get('APP_KEY').release(),
      DATABASE_URL: url,
      RATE_LIMIT_FACTOR: '1000000',
    }
    await openAccount(settings)

    const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), {
      cwd: ROOT,
      env: settings,
      execArgv: ['--expose-gc', '--import=./bin/preflight.js'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await messageOf(child, (message) => message === 'ready')

    const site = new Site(child, `http://127.0.0.1:${port}`)
    await site.#answers()
    await site.#signIn()
    return site
  }

  private constructor(child: ChildProcess, address: string) {
    this.#child = child
    this.#address = address
  }

  /**
   * Asks for a page, or sends a form, and reads the answer to its end.
   *
   * @param frame the part of a page that is asked for
   * @throws it is neither a page nor leads to another one
   */
  async ask(path: string, form?: Record<string, string>, frame?: string) {
    const response = await this.#fetch(path, form, frame)
    const text = await response.text()
    if (response.status >= 400) throw new Error(`${path} answers ${response.status}`)
    return { status: response.status, text, location: response.headers.get('location') }
  }

  /**
   * Asks for a file, and returns how many bytes it has.
   *
   * @param pausing in milliseconds, once some of it has come
   */
  async download(path: string, pausing = 0) {
    const response = await this.#fetch(path)
    if (response.status >= 400) throw new Error(`${path} answers ${response.status}`)

    let [bytes, hasPaused] = [0, false]
    for await (const part of response.body!) {
      bytes += (part as Uint8Array).length
      if (hasPaused || bytes < SOME) continue

      await pause(pausing)
      hasPaused = true
    }
    return bytes
  }

  /** The memory that it has, and the most that it had since the last call, in bytes. */
  memory(): Promise<{ memory: number; highest: number }> {
    return this.#load('memory')
  }

  /** What it needed by now. */
  usage(): Promise<Usage> {
    return this.#load('usage')
  }

  async stop() {
    this.#child.disconnect()
    await once(this.#child, 'exit')
  }

  async #load(what: 'memory' | 'usage') {
    this.#child.send(what)
    return messageOf(this.#child, (message) => message?.queries !== undefined)
  }

  async #answers() {
    for (const start = Date.now(); Date.now() - start < PATIENCE; await pause(100)) {
      if (await this.ask('/login').catch(() => null)) return
    }
    throw new Error('The site of the bench did not start')
  }

  async #signIn() {
    const { text } = await this.ask('/login')
    const { location } = await this.ask('/login', { ...ACCOUNT, _csrf: tokenIn(text) })
    if (location === '/login') throw new Error('The administrator of the bench could not sign in')
  }

  async #fetch(path: string, form?: Record<string, string>, frame?: string) {
    const response = await fetch(this.#address + path, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        ...(frame && { 'Turbo-Frame': frame }),
        Cookie: Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.#cookies.set(name, value)
    }
    return response
  }
}

/** The next message of a process that is the one that is waited for: the application sends its own too. */
async function messageOf(child: ChildProcess, isIt: (message: any) => boolean): Promise<any> {
  for await (const [message] of on(child, 'message')) if (isIt(message)) return message
}

/** The token that forms of a page carry. */
export function tokenIn(page: string) {
  return /name=['"]_csrf['"][^>]*value=['"]([^'"]+)/.exec(page)?.[1] ?? ''
}

/** It may be there already, from a run before. */
async function openAccount(settings: Record<string, string | undefined>) {
  const { email, password } = ACCOUNT
  const words = ['--admin', '--username=bencher', `--email=${email}`, `--password=${password}`]
  await promisify(execFile)(process.execPath, ['ace.js', 'user:create', ...words, '--json'], {
    cwd: ROOT,
    env: settings,
  }).catch((error) => {
    if (!/taken/i.test(error.stdout)) throw error
  })
}
