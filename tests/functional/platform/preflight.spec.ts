import { join } from 'node:path'
import { test } from '@japa/runner'
import { execFileSync } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { copyFile, mkdir, readFile, stat, symlink, unlink, writeFile } from 'node:fs/promises'

import { runCommand } from './run_command.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

const olderNode = findOlderNode()

/** A project with nothing in it but what the preflight reads. */
async function project() {
  const { folder, remove } = await temporaryFolder()
  await mkdir(join(folder, 'bin'))
  for (const file of ['bin/preflight.js', 'bin/typescript.js']) {
    await copyFile(app.makePath(file), join(folder, file))
  }
  await copyFile(app.makePath('.env.example'), join(folder, '.env.example'))
  await copyFile(app.makePath('package.json'), join(folder, 'package.json'))
  await symlink(app.makePath('node_modules'), join(folder, 'node_modules'))
  await writeFile(
    join(folder, 'say_version.js'),
    'console.log(process.versions.node, process.argv[2])'
  )
  return {
    folder,
    remove,
    run: (node?: string) =>
      runCommand(['--import=./bin/preflight.js', 'say_version.js', 'hello'], { cwd: folder, node }),
  }
}

test.group('Before anything else', () => {
  test('a first command writes .env with a key of its own', async ({ assert, cleanup }) => {
    const { folder, remove, run } = await project()
    cleanup(remove)
    await run()

    const text = await readFile(join(folder, '.env'), 'utf8')
    const example = await readFile(join(folder, '.env.example'), 'utf8')
    assert.match(text, /^APP_KEY=[\w-]{43}$/m)
    assert.equal(text.replace(/^APP_KEY=.*$/m, 'APP_KEY='), example)

    const { mode } = await stat(join(folder, '.env'))
    assert.equal(mode & 0o777, 0o600, 'nobody else reads the key')
  })

  test('a .env that is there is never touched, not even an empty one', async ({
    assert,
    cleanup,
  }) => {
    const { folder, remove, run } = await project()
    cleanup(remove)

    for (const text of ['', 'APP_KEY=mine\n']) {
      await writeFile(join(folder, '.env'), text)
      const { code } = await run()
      assert.equal(code, 0)
      assert.equal(await readFile(join(folder, '.env'), 'utf8'), text)
    }
  })

  test('commands that race for it agree on one key', async ({ assert, cleanup }) => {
    const { folder, remove, run } = await project()
    cleanup(remove)
    const ends = await Promise.all([run(), run(), run(), run()])

    assert.deepEqual(
      ends.map(({ code }) => code),
      [0, 0, 0, 0]
    )
    const text = await readFile(join(folder, '.env'), 'utf8')
    assert.lengthOf(text.match(/^APP_KEY=.+$/gm)!, 1)
  })

  test('an older Node hands over to the Node that npm installed', async ({ assert, cleanup }) => {
    const { remove, run } = await project()
    cleanup(remove)

    const { code, output } = await run(olderNode)
    assert.equal(code, 0)
    assert.match(output, /^2[4-9]\.\d+\.\d+ hello$/m)
  }).skip(olderNode === undefined, 'there is no older Node on this machine')

  test('an older Node without that one says what to do, in one line', async ({
    assert,
    cleanup,
  }) => {
    const { folder, remove, run } = await project()
    cleanup(remove)
    await unlink(join(folder, 'node_modules'))

    const { code, errors } = await run(olderNode)
    assert.equal(code, 1)
    assert.match(
      errors,
      /^This is Node .*, and Atrium needs Node 24: run `npm ci`, which brings it along, or install it\.$/
    )
  }).skip(olderNode === undefined, 'there is no older Node on this machine')
})

/** One that stands in PATH, or at its usual place, and is older than 24. */
function findOlderNode() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin']

  return folders
    .map((folder) => join(folder, 'node'))
    .find((node) => {
      try {
        return Number.parseInt(execFileSync(node, ['--version']).toString().slice(1)) < 24
      } catch {
        return false
      }
    })
}
