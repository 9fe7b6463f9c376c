import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

import env from '#start/env'
import { findFreePort } from '#tests/runner/free_port'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export interface ServerProcess {
  port: number
  output: string
  address: string
  isAlive: boolean
  get(path: string, headers?: Record<string, string>): Promise<Response>
  statusOf(path: string): Promise<number>
  stop(): Promise<void>
}

/**
 * A server in a process of its own, for tests of what the process itself does. What it writes is
 * kept in `output`.
 */
export async function startServerProcess(
  settings: Record<string, string> = {}
): Promise<ServerProcess> {
  const port = await findFreePort()
  const child = spawn(process.execPath, ['--import=./bin/preflight.js', 'bin/server.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      APP_KEY: env.get('APP_KEY').release(),
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: env.get('DATABASE_URL'),
      LOG_LEVEL: 'info',
      ...settings,
    },
  })

  const server = {
    port,
    output: '',
    address: `http://127.0.0.1:${port}`,

    get isAlive() {
      return child.exitCode === null && child.signalCode === null
    },

    get(path: string, headers: Record<string, string> = {}) {
      return fetch(`${server.address}${path}`, { headers, redirect: 'manual' })
    },

    async statusOf(path: string) {
      const { status } = await server.get(path)
      return status
    },

    async stop() {
      if (server.isAlive) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGINT')
        await Promise.race([ended, setTimeout(10_000).then(() => child.kill('SIGKILL'))])
      }
    },
  }

  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (server.output += chunk))
  }
  await untilItAnswers(server)
  return server
}

async function untilItAnswers(server: ServerProcess) {
  for (let tries = 0; tries < 200 && server.isAlive; tries++) {
    const answer = await server.get('/health/live').catch(() => undefined)
    if (answer?.ok) {
      return
    }
    await setTimeout(100)
  }

  await server.stop()
  throw new Error(`The server did not start:\n${server.output}`)
}
