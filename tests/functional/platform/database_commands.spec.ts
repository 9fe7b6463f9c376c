import { test } from '@japa/runner'
import { dirname } from 'node:path'
import app from '@adonisjs/core/services/app'

import { runCommand } from './run_command.ts'
import { valueOf } from '#tests/unit/postgres/value_of'
import { EmbeddedPostgres } from '#atrium/postgres/main'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

test.group('node ace db:*', (group) => {
  let folder: string
  const ace = (command: string[], env: NodeJS.ProcessEnv = {}) =>
    runCommand(['ace.js', ...command], {
      cwd: app.makePath(),
      env: {
        NODE_ENV: 'development',
        DATABASE_URL: '',
        POSTGRES_FOLDER: folder,
        NO_COLOR: '1',
        ...env,
      },
    })

  group.tap((each) => each.timeout(60_000))
  group.setup(async () => {
    const temporary = await temporaryFolder()
    folder = temporary.folder
    return async () => {
      await new EmbeddedPostgres(folder).stop()
      await temporary.remove()
    }
  })

  test('start, status, url and stop tell one story', async ({ assert }) => {
    const stopped = await ace(['db:status'])
    assert.match(stopped.output, /^Embedded PostgreSQL: stopped/)

    const started = await ace(['db:start'])
    assert.equal(started.code, 0)
    assert.match(
      started.output,
      /PostgreSQL listens on 127\.0\.0\.1:\d+ until you say `node ace db:stop`/
    )

    const running = await ace(['db:status'])
    assert.match(running.output, /version 18\.\d+ runs on 127\.0\.0\.1:\d+/)
    assert.match(running.output, /nobody else; kept running until db:stop/)
    assert.match(running.output, /^database {2}atrium_development \(/m)

    const { output: url } = await ace(['db:url'])
    assert.equal(await valueOf(url.trim(), 'select current_database()'), 'atrium_development')

    const end = await ace(['db:stop'])
    assert.equal(end.code, 0)
    assert.match(end.output, /has stopped/)
    assert.isUndefined(await new EmbeddedPostgres(folder).running())
  })

  test('stop does not pull it from under others, unless it is told to', async ({ assert }) => {
    const member = await new EmbeddedPostgres(folder).join()

    const refused = await ace(['db:stop'])
    assert.equal(refused.code, 1)
    assert.match(
      refused.output,
      new RegExp(`Still used by process ${process.pid}: it stops when the last one leaves`)
    )
    assert.isDefined(await member.running())

    await member.leave()
    assert.isUndefined(await member.running())
  })

  test('shell without psql says how to get it', async ({ assert }) => {
    const { code, errors } = await ace(['db:shell'], { PATH: dirname(process.execPath) })

    assert.equal(code, 1)
    assert.match(errors, /psql is not installed\. Get it with `apt install postgresql-client`/)
  })

  test('with DATABASE_URL they keep their hands off', async ({ assert }) => {
    const env = { DATABASE_URL: process.env.DATABASE_URL }
    const started = await ace(['db:start'], env)
    assert.match(started.output, /DATABASE_URL is set to .*: the embedded server is not used/)
    assert.notInclude(started.output, new URL(process.env.DATABASE_URL!).password || 'no password')

    const { output } = await ace(['db:url'], env)
    assert.equal(output.trim(), process.env.DATABASE_URL)

    const status = await ace(['db:status'], env)
    assert.match(status.output, /answers \(DATABASE_URL\)/)
  })

  test('a command that needs no database does not ask for one', async ({ assert }) => {
    const nowhere = { POSTGRES_FOLDER: '/dev/null/postgres' }

    const routes = await ace(['list:routes', '--json'], nowhere)
    assert.equal(routes.code, 0, routes.errors)

    const migrations = await ace(['migration:status'], nowhere)
    assert.equal(migrations.code, 1)
    assert.match(migrations.errors, /^E_POSTGRES_UNREADABLE_DATA: /)
  })
})
