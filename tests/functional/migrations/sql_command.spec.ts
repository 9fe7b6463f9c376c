import { test } from '@japa/runner'

import { ProjectWithFiles } from './project_with_files.ts'

test.group('node ace migration:sql', (group) => {
  let project: ProjectWithFiles
  group.tap((each) => each.timeout(60_000))
  group.setup(async () => {
    project = await ProjectWithFiles.make()
    await project.write({
      '1764000000001_create_notes': `
        async up() {
          this.schema.createTable('notes', (table) => table.increments('id'))
          this.defer(async (db) => db.table("notes"))
        }
        async down() { this.schema.dropTable('notes') }`,
      '1764000000002_fill_notes': `
        static disableTransactions = true
        static guards = [{ count: 'select count(*) from notes where id < 0', message: 'negative' }]
        async up() {
          this.sql('alter table notes add column if not exists body text')
          this.backfill({ table: 'notes', set: \`body = '?'\`, where: 'body is null' })
        }
        async down() { this.sql('alter table notes drop column if exists body') }`,
    })
    return () => project.remove()
  })

  test('prints what is pending, in order, and touches nothing', async ({ assert }) => {
    const { code, output } = await project.ace(['migration:sql'])

    assert.equal(code, 0)
    assert.equal(
      output.trim().replace('(db)=>', '(db) => '),
      [
        '-- database/migrations/1764000000001_create_notes.ts',
        '-- in one transaction',
        '',
        'begin;',
        '',
        'create table "notes" ("id" serial primary key);',
        '',
        '-- code: runs in JavaScript',
        '--   async (db) => db.table("notes")',
        '',
        'commit;',
        '',
        '-- database/migrations/1764000000002_fill_notes.ts',
        '-- without a transaction, one statement at a time',
        '',
        'select count(*) from notes where id < 0; /* must be 0 */',
        '',
        'alter table notes add column if not exists body text;',
        '',
        `update notes set body = '?' where (body is null); /* in batches of 5000 rows */`,
      ].join('\n')
    )
    const { rows } = await project.query(
      `select count(*) from pg_class where relnamespace = 'public'::regnamespace`
    )
    assert.equal(Number(rows[0].count), 0)
  })

  test('prints the way back, of those named by a part of their names', async ({ assert }) => {
    const { output } = await project.ace(['migration:sql', '--down', 'notes'])

    assert.match(
      output,
      /2_fill_notes[^]*drop column if exists body;[^]*1_create_notes[^]*drop table "notes";/
    )
  })

  test('takes a file as a shell completes it', async ({ assert }) => {
    const { code, output } = await project.ace([
      'migration:sql',
      './database/migrations/1764000000002_fill_notes.ts',
    ])
    assert.equal(code, 0)
    assert.include(output, 'add column if not exists body')
    assert.notInclude(output, 'create table')
  })

  test('says when nothing is pending', async ({ assert, cleanup }) => {
    cleanup(() => project.clear())
    await project.query('create table adonis_schema (id serial, name text)')
    const nothingRan = await project.ace(['migration:sql', '--down'])
    assert.include(nothingRan.output, '-- No migration has run.')

    await project.query(
      `insert into adonis_schema (name) values ('database/migrations/1764000000001_create_notes'), ('database/migrations/1764000000002_fill_notes')`
    )
    const allRan = await project.ace(['migration:sql'])
    assert.include(allRan.output, '-- No migration is pending.')

    const back = await project.ace(['migration:sql', '--down'])
    assert.include(back.output, 'drop table "notes";')
  })

  test('a name that fits none is refused with the nearest ones', async ({ assert }) => {
    const { code, errors } = await project.ace(['migration:sql', 'fil_note'])

    assert.equal(code, 1)
    assert.match(errors, /E_UNKNOWN_MIGRATION: No migration is called "fil_note".*\n.*2_fill_notes/)
  })
})
