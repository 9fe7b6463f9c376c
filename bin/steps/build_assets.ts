import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'

/** What style sheets and scripts are made from. */
const SOURCES = [
  'resources',
  'atrium/interfaces/admin/assets',
  'atrium/interfaces/admin/views',
  'vite.config.ts',
  'package-lock.json',
]

/** Lies beside the built files, so that it goes when they go. */
const STAMP = 'public/assets/.vite/sources.sha256'

/**
 * Has Vite build style sheets and scripts, if their sources changed since the last time.
 */
export async function buildAssets() {
  const current = await fingerprint()
  if (current === (await readFile(STAMP, 'utf8').catch(() => ''))) return

  console.log('Building style sheets and scripts')
  await build()
  await writeFile(STAMP, current)
}

async function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesOf(source)) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesOf(source: string) {
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())

  return entries.length === 0
    ? [source]
    : files.map((file) => `${file.parentPath}/${file.name}`).sort()
}

function build() {
  return new Promise<void>((resolve, reject) => {
    const options = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']
    spawn(process.execPath, options, { stdio: 'inherit' }).once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error('Vite could not build the style sheets and scripts'))
    )
  })
}
