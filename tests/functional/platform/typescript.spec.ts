import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { copyFile, mkdir, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises'

import { runCommand } from './run_command.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** Files beside the loader, and a cache of their own. */
async function project(files: Record<string, string>) {
  const { folder, remove } = await temporaryFolder()
  const cache = join(folder, 'node_modules', '.cache', 'typescript')
  await mkdir(join(folder, 'bin'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(app.makePath('node_modules/@swc'), join(folder, 'node_modules', '@swc'))
  await copyFile(app.makePath('bin/typescript.js'), join(folder, 'bin', 'typescript.js'))

  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  await write('package.json', '{ "type": "module" }')
  for (const [name, text] of Object.entries(files)) await write(name, text)
  return {
    folder,
    cache,
    remove,
    write,
    run: () => runCommand(['--import=./bin/typescript.js', 'main.ts'], { cwd: folder }),
  }
}

const GREETING = `import { told } from './told.js'

interface Greeting { words: string }

function noted(_: unknown, name: string) {
  console.log(name)
}

class Person {
  @noted declare name: string
}

console.log(({ words: told }) satisfies Greeting, Person.name)
`

test.group('TypeScript', () => {
  test('runs with decorators and imports that name the JavaScript', async ({ assert, cleanup }) => {
    const { run, remove } = await project({
      'main.ts': GREETING,
      'told.ts': `export const told = 'hello'`,
    })
    cleanup(remove)

    for (let time = 0; time < 2; time++) {
      const { output, errors } = await run()
      assert.equal(output, "name\n{ words: 'hello' } Person\n", errors)
    }
  })

  test('is compiled again when a file was changed, and when what was kept is not whole', async ({
    assert,
    cleanup,
  }) => {
    const { run, remove, write, cache } = await project({ 'main.ts': `console.log('one')` })
    cleanup(remove)
    assert.equal((await run()).output, 'one\n')

    await write('main.ts', `console.log('two')`)
    assert.equal((await run()).output, 'two\n')

    const [kept, ...more] = await readdir(cache)
    assert.deepEqual(more, [])
    await truncate(join(cache, kept), 10)
    assert.equal((await run()).output, 'two\n')
  })

  test('runs where nothing can be kept', async ({ assert, cleanup }) => {
    const { folder, run, remove, write } = await project({ 'main.ts': `console.log('one')` })
    cleanup(remove)
    await write(join('node_modules', '.cache'), 'not a folder')

    const { output, errors } = await run()
    assert.equal(output, 'one\n', errors)
    assert.equal(await readFile(join(folder, 'node_modules', '.cache'), 'utf8'), 'not a folder')
  })

  test('that fails is told by its own lines', async ({ assert, cleanup }) => {
    const { run, remove, write } = await project({
      'main.ts': `interface Lost {\n  not: 'there'\n}\n\nthrow new Error('here')\n`,
    })
    cleanup(remove)
    assert.match((await run()).errors, /at .*main\.ts:5:7/)

    await write('main.ts', `\nconst x string = 1\n`)
    const { code, errors } = await run()
    assert.equal(code, 1)
    assert.match(errors, /main\.ts:2:1\]\n[^]*const x string = 1/)
    assert.notMatch(errors, /<unknown>/)

    await write('main.ts', `import './nothing.js'`)
    assert.match((await run()).errors, /Cannot find module '.*\/nothing\.js'/)
  })
})
