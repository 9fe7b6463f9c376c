import { join } from 'node:path'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { readSchema, runMigrations, Scratch } from '#atrium/migrations/main'

test.group('Migration files in a scratch database', (group) => {
  let scratch: Scratch
  let folder: string

  group.tap((each) => each.timeout(30_000))
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    return () => scratch.drop()
  })
  group.each.setup(async () => {
    folder = join('tmp', 'migration_files', randomUUID())
    await mkdir(app.makePath(folder), { recursive: true })
    return async () => {
      await rm(app.makePath(folder), { recursive: true })
      await scratch.clear()
    }
  })

  /** Writes a file that runs these statements. */
  const file = (name: string, ...statements: string[]) =>
    written(name, ...statements.map((sql) => `this.sql(${JSON.stringify(sql)})`))

  const written = (name: string, ...lines: string[]) =>
    writeFile(
      app.makePath(folder, `${name}.ts`),
      `import { Migration } from '#atrium/migrations/main'
      export default class extends Migration {
        async up() {
          ${lines.join('\n')}
        }
      }`
    )
  const run = () => runMigrations({ app, db, url: scratch.url, paths: [folder] })

  test('run in their order, each of them once', async ({ assert }) => {
    await file('1_create_a', 'create table a (id integer)')
    assert.deepEqual(await run(), [`${folder}/1_create_a`])

    await file('10_rename', 'alter table a rename to c')
    await file('9_add_b', 'alter table a add b integer')
    assert.deepEqual(await run(), [`${folder}/9_add_b`, `${folder}/10_rename`])

    const { tables } = await readSchema(scratch)
    assert.deepEqual(Object.keys(tables), ['c'])
    assert.deepEqual(Object.keys(tables.c.columns), ['id', 'b'])
  })

  test('leave no connection behind', async ({ assert }) => {
    await file('1_create_a', 'create table a (id integer)')
    const before = db.manager.connections.size
    await run()

    const { rows } = await scratch.query(
      'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
    )
    assert.lengthOf(rows, 0)
    assert.equal(db.manager.connections.size, before)
  })

  test('are named when PostgreSQL refuses what they do', async ({ assert }) => {
    await file('1_create_a', 'create table a (id integer)')
    await file('2_add', 'alter table nowhere add b integer')

    const failure = await run().catch((error) => error)
    assert.equal(failure.code, 'E_MIGRATION_FAILED')
    assert.equal(
      failure.message,
      `${folder}/2_add fails on a database on which all files before it have run: relation "nowhere" does not exist.`
    )
  })

  test('are named when they fail for another reason', async ({ assert }) => {
    await written('1_throw', `throw new Error('no such luck - really')`)

    await assert.rejects(run, /1_throw fails on a database .* have run: no such luck - really\.$/)
  })

  test('are both named when two of them make the same change', async ({ assert }) => {
    await file('1_create_a', 'create table a (id integer)')
    await file('2_add_b', 'alter table a add column b integer')
    await file('3_add_b_too', 'alter table a  add column b integer')

    await assert.rejects(
      run,
      `${folder}/3_add_b_too fails on a database on which all files before it have run: ` +
        `column "b" of relation "a" already exists. ${folder}/2_add_b has made it before, ` +
        'as happens when two branches make the same change: keep one of the two, ' +
        `and take it out of ${folder}/3_add_b_too if that has not run anywhere yet.`
    )
  })

  test('are both named also when the other one says it differently', async ({ assert }) => {
    await file('1_create_a', 'create table a (id integer)')
    await file('2_add_b', 'alter table a add column b integer, add column c integer')
    await written('3_create_a', `this.schema.createTable('a', (table) => table.bigint('id'))`)

    await assert.rejects(
      run,
      /3_create_a fails .* relation "a" already exists\. .*1_create_a has made it before/
    )
  })
})
