import { Client } from 'pg'
import { test } from '@japa/runner'
import { rm } from 'node:fs/promises'

import { MigrationFolder } from './migration_folder.ts'

const CREATE = `
  async up() { this.sql('create table stones (id int primary key, colour text)') }
  async down() { this.sql('drop table stones') }`

const DROP_COLOUR = `
  static losses = [{ what: 'stones.colour', rows: 'select count(*) from stones where colour is not null' }]
  async up() { this.sql('alter table stones drop column colour') }
  async down() { this.sql('alter table stones add column colour text') }`

test.group('Running migrations safely', (group) => {
  let folder: MigrationFolder

  group.each.setup(async () => {
    folder = await MigrationFolder.create()
    return () => folder.remove()
  })

  test('what loses data is refused before anything is changed', async ({ assert }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.database.query(`insert into stones values (1, 'grey'), (2, null)`)
    await folder.write('2_weigh', `async up() { this.sql('alter table stones add weight int') }`)
    await folder.write('3_drop_colour', DROP_COLOUR)

    const error = await folder.up().catch((reason) => reason)
    assert.equal(error.code, 'E_MIGRATION_LOSES_DATA')
    assert.match(error.message, /^ {2}stones\.colour: 1 row \(tmp\/.*\/3_drop_colour\)$/m)
    assert.match(error.message, /node ace migration:run --accept-data-loss/)
    assert.equal(
      await folder.value(
        `select count(*)::int from pg_attribute where attrelid = 'stones'::regclass and attname = 'weight'`
      ),
      0,
      'the file before it has not run either'
    )

    assert.deepEqual(await folder.up({ acceptDataLoss: true }), ['2_weigh', '3_drop_colour'])
  })

  test('what has no rows loses none', async ({ assert }) => {
    await folder.write('1_create', CREATE)
    await folder.write('2_drop_colour', DROP_COLOUR)

    assert.deepEqual(await folder.up(), ['1_create', '2_drop_colour'])
  })

  test('what an earlier file fills is looked at again right before it is lost', async ({
    assert,
  }) => {
    await folder.write('1_create', CREATE)
    await folder.write('2_fill', `async up() { this.sql("insert into stones values (1, 'red')") }`)
    await folder.write('3_drop_colour', DROP_COLOUR)

    const error = await folder.up().catch((reason) => reason)
    assert.equal(error.code, 'E_MIGRATION_LOSES_DATA')
    assert.equal(await folder.value('select colour from stones'), 'red')
  })

  test('a loss that nobody can count is refused', async ({ assert }) => {
    await folder.write('1_create', CREATE)
    await folder.write(
      '2_odd',
      `static losses = [{ what: 'pebbles', rows: 'select count(*) from pebbles' }]`
    )

    await assert.rejects(() => folder.up(), /pebbles: nobody can say how many rows/)
  })

  test('going back says what it loses, and is refused', async ({ assert }) => {
    await folder.write(
      '1_create',
      `static lossesBack = [{ what: 'stones', rows: 'select count(*) from stones' }]${CREATE}`
    )
    await folder.up()
    assert.deepEqual(await folder.down(), ['1_create'])

    await folder.up()
    await folder.database.query(`insert into stones select i, '' from generate_series(1, 1204) i`)
    const error = await folder.down().catch((reason) => reason)
    assert.match(error.message, /^Going back would lose data:\n {2}stones: 1,204 rows /)
    assert.match(error.message, /migration:rollback --accept-data-loss/)
    assert.equal(await folder.value('select count(*)::int from stones'), 1204)

    assert.deepEqual(await folder.down({ acceptDataLoss: true }), ['1_create'])
  })

  test('an edited file that has run is refused, unless only white space changed', async ({
    assert,
  }) => {
    await folder.write('1_create', CREATE)
    await folder.up()

    await folder.write('1_create', CREATE.replaceAll('\n', '\n\n\t'))
    assert.deepEqual(await folder.up(), [])

    await folder.write('1_create', CREATE.replace('colour text', 'color text'))
    await folder.write('2_weigh', `async up() { this.sql('alter table stones add weight int') }`)
    const error = await folder.up().catch((reason) => reason)
    assert.equal(error.code, 'E_MIGRATION_EDITED')
    assert.match(error.message, /^ {2}tmp\/.*\/1_create \(ran on \d{4}-\d\d-\d\dT\d\d:\d\dZ\)$/m)
    assert.isFalse(await hasColumn('weight'))

    assert.deepEqual(await folder.up({ acceptEdited: true }), ['2_weigh'])
    assert.deepEqual(await folder.up(), [])
  })

  test('files that ran before checksums were kept are recorded as they are', async ({ assert }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.database.query('drop table adonis_schema_checksums')

    await folder.write('1_create', `${CREATE} // other`)
    assert.deepEqual(await folder.up(), [])
    await folder.write('1_create', CREATE)
    await assert.rejects(() => folder.up(), /were edited after they ran/)
  })

  test('a file that was taken back may be edited', async ({ assert }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.down()
    await folder.write('1_create', CREATE.replace('colour', 'color'))

    assert.deepEqual(await folder.up(), ['1_create'])
    assert.equal(await folder.value('select count(*)::int from adonis_schema_checksums'), 1)
  })

  test('a file that is away does not stop those that are there', async ({ assert }) => {
    const path = await folder.write('1_create', CREATE)
    await folder.up()
    await rm(path)
    await folder.write('2_weigh', `async up() { this.sql('alter table stones add weight int') }`)

    assert.deepEqual(await folder.up(), ['2_weigh'])
  })

  test('a lock that others hold is tried for again, and no longer than is allowed', async ({
    assert,
    cleanup,
  }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.write(
      '2_weigh',
      `async up() { this.sql("set local lock_timeout = '20ms'"); this.sql('alter table stones add weight int') }`
    )

    const reader = new Client({ connectionString: folder.database.url })
    await reader.connect()
    cleanup(() => reader.end())
    await reader.query('begin; select * from stones')

    const error = await folder.up({ pauses: [10, 20] }).catch((reason) => reason)
    assert.equal(error.code, 'E_MIGRATION_FAILED')
    assert.match(
      error.message,
      /Others use its tables.*lockTimeout.*\nNothing of this file was done/
    )
    assert.deepEqual(
      folder.pauses.map(([, milliseconds]) => milliseconds),
      [10, 20]
    )

    setTimeout(() => void reader.query('commit'), 60)
    assert.deepEqual(await folder.up({ pauses: [40, 80, 160] }), ['2_weigh'])
    assert.isTrue(await hasColumn('weight'))
  })

  test('an index that is built beside the traffic waits as long as it has to', async ({
    assert,
    cleanup,
  }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.write(
      '2_index',
      `static disableTransactions = true
      async up() {
        this.sql("set lock_timeout = '20ms'")
        this.sql('create index concurrently by_colour on stones (colour)')
        this.sql("do $$ begin assert current_setting('lock_timeout') = '20ms'; end $$")
      }`
    )

    const writer = new Client({ connectionString: folder.database.url })
    await writer.connect()
    cleanup(() => writer.end())
    await writer.query(`begin; insert into stones values (1, 'red')`)
    setTimeout(() => void writer.query('commit'), 200)

    assert.deepEqual(await folder.up(), ['2_index'])
  })

  test('a statement that fails is shown, with what became of the file', async ({ assert }) => {
    await folder.write(
      '1_create',
      `async up() { this.sql('create table stones (id int)'); this.sql('alter table stones add id int') }`
    )
    const error = await folder.up().catch((reason) => reason)

    assert.equal(error.code, 'E_MIGRATION_FAILED')
    assert.match(
      error.message,
      /1_create failed: column "id" of relation "stones" already exists\n\nalter table stones add id int\n\nNothing of this file was done\.$/
    )
  })

  test('what a file without a transaction did stays, and it goes on from there', async ({
    assert,
  }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.database.query(`insert into stones values (1, 'red'), (2, 'red')`)
    await folder.write(
      '2_index',
      `static disableTransactions = true
      async up() {
        for (const name of ['by_id', 'by_colour']) {
          this.sql(\`drop index concurrently if exists \${name}\`)
          this.sql(\`create unique index concurrently \${name} on stones (\${name.slice(3)})\`)
        }
      }`
    )
    await assert.rejects(() => folder.up(), /What it did before stays\. Run again/)

    await folder.database.query('delete from stones where id = 2')
    assert.deepEqual(await folder.up(), ['2_index'])
    assert.equal(
      await folder.value(
        `select count(*)::int from pg_index where indrelid = 'stones'::regclass and indisvalid`
      ),
      3
    )
  })

  test("Lucid's own migrations run too, and errors in their code name the line", async ({
    assert,
  }) => {
    await folder.write(
      '1_create',
      `async up() { this.schema.createTable('stones', (table) => { table.increments() }) }`,
      'BaseSchema'
    )
    assert.deepEqual(await folder.up(), ['1_create'])

    await folder.write('2_broken', `async up() { (undefined as any).x() }`, 'BaseSchema')
    await assert.rejects(
      () => folder.up(),
      /2_broken failed: Cannot read properties of undefined.* \(.*2_broken\.ts:5:\d+\)\nNothing/
    )
  })

  async function hasColumn(name: string) {
    const found = await folder.value(
      `select count(*)::int from pg_attribute where attrelid = 'stones'::regclass and attname = '${name}'`
    )
    return found === 1
  }
})
