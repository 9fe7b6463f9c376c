import { Client } from 'pg'
import { test } from '@japa/runner'
import { stripVTControlCharacters } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'

import { SmallProject } from './small_project.ts'

const CREATE = `import { Migration } from '#atrium/migrations/main'

export default class extends Migration {
  static lossesBack = [{ what: 'stones', rows: 'select count(*) from stones' }]
  async up() { this.sql('create table stones (id int primary key, colour text)') }
  async down() { this.sql('drop table stones') }
}
`

const DROP_COLOUR = `import { Migration } from '#atrium/migrations/main'

export default class extends Migration {
  static losses = [{ what: 'stones.colour', rows: 'select count(colour) from stones' }]
  async up() { this.sql('alter table stones drop column colour') }
  async down() { this.sql('alter table stones add column colour text') }
}
`

/** Where going back needs consent */
const PRODUCTION = { NODE_ENV: 'production' }

test.group('node ace migration:run and migration:rollback', (group) => {
  let project: SmallProject

  group.tap((each) => each.timeout(120_000))
  group.each.setup(async () => {
    project = await SmallProject.make()
    await project.file('database/migrations/1_create.ts', CREATE)
    return () => project.remove()
  })

  test('forth and back, which says what is lost, and needs consent in production', async ({
    assert,
  }) => {
    const run = await project.ace(['migration:run'])
    assert.equal(run.code, 0, run.errors)
    assert.match(run.output, /^❯ migrated database\/migrations\/1_create$/m)
    assert.match(run.output, /^Migrated in \d\.\d s \(1 migration\)$/m)
    await project.database.query(`insert into stones values (1, 'red'), (2, null)`)

    const refused = await project.ace(['migration:rollback', '--force'], PRODUCTION)
    assert.equal(refused.code, 1)
    assert.match(refused.errors, /^E_MIGRATION_LOSES_DATA: Going back would lose data:\n.*2 rows/)
    assert.equal(await project.value('select count(*)::int from stones'), 2)

    const accepted = await project.ace(['migration:rollback'])
    assert.equal(accepted.code, 0, accepted.errors)
    assert.match(accepted.output, /^This loses data:\n.*2 rows/m)
    assert.match(accepted.output, /^❯ reverted database\/migrations\/1_create$/m)
  })

  test('whoever resets or refreshes a database has said that rows may go', async ({ assert }) => {
    await project.ace(['migration:run'])
    await project.database.query(`insert into stones values (1, 'red')`)

    const refresh = await project.ace(['migration:refresh'])
    assert.equal(refresh.code, 0, refresh.errors)
    assert.equal(await project.value('select count(*)::int from stones'), 0)

    const fresh = await project.ace(['migration:fresh'])
    assert.equal(fresh.code, 0, fresh.errors)
    assert.equal(await project.value('select count(*)::int from stones'), 0)
  })

  test('a dry run shows statements and guards, and does nothing', async ({ assert }) => {
    await project.file('database/migrations/2_drop.ts', DROP_COLOUR)
    const dry = await project.ace(['migration:run', '--dry-run'])

    assert.equal(dry.code, 0, dry.errors)
    const output = stripVTControlCharacters(dry.output)
    assert.match(output, /create table stones/i)
    assert.match(output, /drop column colour/i)
    assert.isNull(await project.value(`select to_regclass('stones')`))
  })

  test('what fails is one message, and says which files wait', async ({ assert }) => {
    await project.file(
      'database/migrations/2_drop.ts',
      DROP_COLOUR.replace("colour')", "nothing')")
    )
    await project.file('database/migrations/3_more.ts', DROP_COLOUR)
    const { code, output, errors } = await project.ace(['migration:run'])

    assert.equal(code, 1)
    assert.match(
      errors,
      /^E_MIGRATION_FAILED: database\/migrations\/2_drop failed: column "nothing"/
    )
    assert.match(output, /^Not run: database\/migrations\/3_more$/m)
    assert.notMatch(errors + output, /node_modules/)
  })

  test('a lock that others hold is waited for in short, and said', async ({ assert, cleanup }) => {
    await project.ace(['migration:run'])
    await project.file('database/migrations/2_drop.ts', DROP_COLOUR)
    await project.file(
      'config/migrations.ts',
      `export default { lockTimeout: '50ms', pauses: Array(100).fill(100) }`
    )
    const reader = new Client({ connectionString: project.database.url })
    await reader.connect()
    cleanup(() => reader.end())
    await reader.query('begin; select * from stones')

    const paused = project.ace(['migration:run'])
    const lock = `select count(*)::int from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and query ~ 'drop column'`
    while ((await project.value(lock)) === 0) await pause(20)
    await pause(300)
    await reader.query('commit')

    const { code, output, errors } = await paused
    assert.equal(code, 0, errors)
    assert.match(
      output,
      /2_drop did not get its locks, since others use its tables: trying again in 0\.1 s/
    )
  })
})
