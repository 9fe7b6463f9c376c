import { Client } from 'pg'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import {
  FailedStatement,
  runEach,
  runStatements,
  Scratch,
  ScratchServer,
} from '#atrium/migrations/main'

const server = () => process.env.DATABASE_URL!

/** Runs a statement on the server of the tests. */
async function onServer(sql: string) {
  const client = new Client({ connectionString: server() })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const isThere = async (name: string) =>
  (await onServer(`select from pg_database where datname = '${name}'`)).length === 1

test.group('Scratch databases', (group) => {
  group.tap((each) => each.timeout(30_000))

  test('are empty, and gone when they are dropped', async ({ assert }) => {
    const scratch = await Scratch.open(server())
    const { rows } = await scratch.query('select current_database() as name')

    assert.equal(rows[0].name, scratch.name)
    assert.isTrue(await isThere(scratch.name))
    await scratch.drop()
    assert.isFalse(await isThere(scratch.name))
    await scratch.drop()
  })

  test('go although somebody else is still connected', async ({ assert }) => {
    const scratch = await Scratch.open(server())
    const other = new Client({ connectionString: scratch.url })
    other.on('error', () => {})
    await other.connect()

    await scratch.drop()
    assert.isFalse(await isThere(scratch.name))
  })

  test('of a killed process go when the next one is made', async ({ assert }) => {
    const young = `atrium_scratch_${Math.floor(Date.now() / 1000)}_young`
    await onServer('create database atrium_scratch_1700000000_left')
    await onServer(`create database ${young}`)

    const scratch = await Scratch.open(server())
    await scratch.drop()

    assert.isFalse(await isThere('atrium_scratch_1700000000_left'))
    assert.isTrue(await isThere(young), 'its process may be about to connect')
    await onServer(`drop database ${young}`)
  })

  test('that are used stay, however old they are', async ({ assert }) => {
    const name = 'atrium_scratch_1700000001_used'
    await onServer(`create database ${name}`)
    const url = new URL(server())
    url.pathname = name
    const user = new Client({ connectionString: url.href })
    await user.connect()

    const scratch = await Scratch.open(server())
    await scratch.drop()
    assert.isTrue(await isThere(name))

    await user.end()
    await onServer(`drop database ${name}`)
  })

  test('can be made empty again', async ({ assert }) => {
    const scratch = await Scratch.open(server())
    await runStatements(scratch, ['create extension pg_trgm', 'create table t (id integer)'])
    await scratch.clear()

    await runStatements(scratch, ['create extension pg_trgm', 'create table t (id integer)'])
    await scratch.drop()
    assert.isTrue(true)
  })

  test('run many statements at once, and say which one failed', async ({ assert }) => {
    const scratch = await Scratch.open(server())
    const failure = await runStatements(scratch, [
      'create table a (id integer) -- with a comment',
      `create function f() returns text language sql as $$ select ';' $$`,
      'create table b (id nonsense)',
      'create table c (id integer)',
    ]).catch((error) => error)
    const { rows } = await scratch.query(`select relname from pg_class where relname in ('a', 'c')`)
    await scratch.drop()

    assert.instanceOf(failure, FailedStatement)
    assert.equal(failure.index, 2)
    assert.equal(failure.code, '42704')
    assert.equal(failure.sql.slice(failure.position), 'nonsense)')
    assert.deepEqual(rows, [], 'nothing of it was done')
  })

  test('run statements that want no transaction one at a time', async ({ assert }) => {
    const scratch = await Scratch.open(server())
    await runEach(scratch, [
      'create table t (id integer)',
      'create index concurrently t_id on t (id)',
    ])
    const failure = await runEach(scratch, ['select 1', 'select nonsense']).catch((error) => error)
    await scratch.drop()

    assert.equal(failure.index, 1)
    assert.match(failure.message, /column "nonsense" does not exist \(in select nonsense\)/)
  })

  test('say what to do where none can be made', async ({ assert }) => {
    await assert.rejects(
      () => Scratch.open('postgres://nobody@127.0.0.1:1/none'),
      /^No database could be made to try migrations in: .*ECONNREFUSED.* Set MIGRATION_SCRATCH_URL/
    )
  })

  test('are made on the embedded server, or on another one that was named', async ({ assert }) => {
    const embedded = await ScratchServer.join(app)
    const own = await ScratchServer.join(app, server())
    const [one, two] = await Promise.all([embedded.database(), own.database()])
    const there = new Client({ connectionString: one.url })
    await there.connect()
    const { rows } = await there.query('show data_directory')
    await there.end()

    assert.match(rows[0].data_directory, /postgres/)
    assert.equal(new URL(two.url).host, new URL(server()).host)
    await embedded.leave()
    await own.leave()
    assert.isFalse(await isThere(new URL(two.url).pathname.slice(1)))
  })
})
