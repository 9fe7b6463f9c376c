import { join } from 'node:path'
import { test } from '@japa/runner'
import { createServer } from 'node:net'
import { chown } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'

import { runCommand } from './run_command.ts'
import { findFreePort } from '#tests/runner/free_port'
import { EmbeddedPostgres } from '#atrium/postgres/main'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

const start = async (env: NodeJS.ProcessEnv, until?: RegExp) => {
  const args = ['--import=./bin/preflight.js', 'bin/start.ts']
  const port = String(await findFreePort())

  return runCommand(
    args,
    {
      cwd: app.makePath(),
      env: { NODE_ENV: 'development', PORT: port, HOST: '127.0.0.1', ...env },
    },
    until
  )
}

test.group('npm start', (group) => {
  group.tap((each) => each.timeout(120_000))

  test('brings a database along, says where it serves, and stops all of it at Ctrl-C', async ({
    assert,
    cleanup,
  }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const { code, output } = await start(
      { DATABASE_URL: '', POSTGRES_FOLDER: folder },
      /Ctrl-C stops it/
    )

    assert.equal(code, 0)
    assert.match(output, /Ready at http:\/\/127\.0\.0\.1:\d+/)
    assert.isUndefined(await new EmbeddedPostgres(folder).running())
  })

  test('a busy port ends it with one sentence', async ({ assert, cleanup }) => {
    const server = createServer()
    const port = await findFreePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    cleanup(() => void server.close())
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)

    const { code, errors } = await start({
      DATABASE_URL: '',
      POSTGRES_FOLDER: folder,
      PORT: String(port),
    })
    assert.equal(code, 1)
    assert.equal(
      errors,
      `E_PORT_BUSY: Port ${port} is used by another program: stop that one, or choose another port, as in \`PORT=${port + 1} npm start\`.`
    )
  })

  test('a DATABASE_URL that leads nowhere ends it with one sentence', async ({ assert }) => {
    const { code, errors } = await start({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/app' })

    assert.equal(code, 1)
    assert.match(
      errors,
      /^E_POSTGRES_UNREACHABLE: The database postgres:\/\/me:\*\*\*@127\.0\.0\.1:1\/app cannot be reached: [^\n]+$/
    )
  })

  test('a data folder that it cannot read ends it with one sentence', async ({
    assert,
    cleanup,
  }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const server = await new EmbeddedPostgres(folder).join()
    await server.leave()
    await chown(join(folder, 'data'), 4321, 4321)

    const { code, errors } = await start({ DATABASE_URL: '', POSTGRES_FOLDER: folder })
    assert.equal(code, 1)
    assert.match(errors, /^E_POSTGRES_UNREADABLE_DATA: [^\n]+$/)
  }).skip(process.getuid?.() !== 0, 'only root can give a folder to somebody else')
})
