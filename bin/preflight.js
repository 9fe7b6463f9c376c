/*
|--------------------------------------------------------------------------
| Before anything else
|--------------------------------------------------------------------------
|
| What has to be true before the sources can run: Node 24, a file `.env`, and
| a loader for TypeScript. This is plain JavaScript, since an old Node reads it.
|
*/

import module from 'node:module'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const WANTED = 24
const root = fileURLToPath(new URL('..', import.meta.url))

if (Number(process.versions.node.split('.')[0]) < WANTED) await handOver()
else await prepare()

/** Runs the same command with the Node that npm installed here, and ends with its exit code. */
async function handOver() {
  const node = join(root, 'node_modules', 'node', 'bin', 'node')
  if (!existsSync(node)) {
    console.error(
      `This is Node ${process.versions.node}, and Atrium needs Node ${WANTED}: run \`npm ci\`, which brings it along, or install it.`
    )
    process.exit(1)
  }

  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
  await new Promise(() => {})
}

async function prepare() {
  /* What V8 made of the packages is kept: each start is a fifth of a second shorter. */
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'node'))
  writeEnvironment()
  await import('./typescript.js')
}

/** `.env` is `.env.example` with a key of its own. One that is there is never touched. */
function writeEnvironment() {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const key = randomBytes(32).toString('base64url')
  try {
    const text = example.replace(/^APP_KEY=.*$/m, `APP_KEY=${key}`)
    writeFileSync(join(root, '.env'), text, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}
