import { test } from '@japa/runner'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { cp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'

import { Product } from '../platform/product.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

const run = promisify(execFile)

/** What a project is made of, besides its packages. */
const SOURCES = [
  '.adonisjs',
  '.env.example',
  'ace.js',
  'adonisrc.ts',
  'app',
  'atrium',
  'bin',
  'config',
  'database',
  'package.json',
  'package-lock.json',
  'public',
  'resources',
  'start',
  'tsconfig.json',
  'vite.config.ts',
]

/**
 * What publishing consists of, its demo and its factories included. Its templates may stay: without
 * it nobody asks for them.
 */
const PUBLISHING = [
  'app/publishing',
  'database/demo',
  'database/seeders/demo_seeder.ts',
  'database/factories/article_factory.ts',
  'database/factories/comment_factory.ts',
]

/** Where components are registered. */
const WIRING = ['adonisrc.ts', 'start/routes.ts', 'start/components.ts']

async function copyOfProject(folder: string) {
  for (const source of SOURCES) {
    await cp(app.makePath(source), `${folder}/${source}`, { recursive: true })
  }
  await symlink(app.makePath('node_modules'), `${folder}/node_modules`)
}

async function removePublishing(folder: string) {
  for (const path of PUBLISHING) await rm(`${folder}/${path}`, { recursive: true })
  for (const path of WIRING) {
    const text = await readFile(`${folder}/${path}`, 'utf8')
    await writeFile(`${folder}/${path}`, withoutPublishing(text))
  }

  const migrations = await readdir(`${folder}/database/migrations`)
  for (const name of migrations.filter((file) => /publish|imported_posts/.test(file))) {
    await rm(`${folder}/database/migrations/${name}`)
  }
}

/**
 * Leaves out the lines that import something from publishing, and those that use what they import.
 */
function withoutPublishing(wiring: string) {
  const names = /import \{(.*)\} from '#app\/publishing/.exec(wiring)?.[1].split(',') ?? []
  const words = ['#app/publishing', ...names.map((name) => name.trim())]

  return wiring
    .split('\n')
    .filter((line) => !words.some((word) => line.includes(word)))
    .join('\n')
}

test('without publishing there is an application that starts and signs people in', async ({
  assert,
  cleanup,
}) => {
  const { folder: project, remove } = await temporaryFolder()
  const { folder: database } = await temporaryFolder()
  const product = new Product(database, project)
  cleanup(remove)
  cleanup(() => product.discard())
  await copyOfProject(project)
  await removePublishing(project)

  await run(process.execPath, ['ace.js', 'codegen'], { cwd: project })

  await product.start()
  const statuses = await Promise.all(
    ['/', '/login', '/register', '/editor', '/article/x'].map(async (path) => {
      const { status } = await product.get(path)
      return [path, status]
    })
  )
  assert.deepEqual(Object.fromEntries(statuses), {
    '/': 200,
    '/login': 200,
    '/register': 200,
    '/editor': 404,
    '/article/x': 404,
  })
}).timeout(180_000)
