import { test } from '@japa/runner'

import { ProjectWithFiles } from './project_with_files.ts'

const down = 'async down() {}'
const make = `async up() { this.schema.createTable('notes', (table) => table.bigint('id').primary()) }
  async down() { this.schema.dropTable('notes') }`

test.group('node ace migration:lint', (group) => {
  let project: ProjectWithFiles
  group.tap((each) => each.timeout(60_000))
  group.setup(async () => {
    project = await ProjectWithFiles.make()
    return () => project.remove()
  })

  test('says what is wrong, why, and the safe way, and ends with 1', async ({ assert }) => {
    await project.write({
      '1764000000001_create_notes': make,
      '1764000000002_index_notes': `
        async up() { this.sql('create index notes_id on notes (id, "Ä")') }
        async down() { this.sql('drop index notes_id') }`,
    })
    const { code, output } = await project.ace(['migration:lint'])

    assert.equal(code, 1)
    assert.include(
      output,
      'error index-not-concurrent  database/migrations/1764000000002_index_notes.ts  notes_id'
    )
    assert.include(output, 'create index notes_id on notes (id, "Ä")')
    assert.include(output, 'Nobody can write to the table')
    assert.include(output, '-- in a file, with `static disableTransactions = true`')
    assert.include(output, 'drop index concurrently if exists notes_id;')
    assert.include(output, 'create index concurrently notes_id on notes (id, "Ä");')
    assert.include(output, '2 migrations: 1 error, 0 notices')
  })

  test('looks at those only that are named, and prints JSON', async ({ assert }) => {
    await project.write({
      '1764000000001_create_notes': make,
      '1764000000002_drop_notes': `async up() { this.schema.dropTable('notes') }`,
    })
    const fine = await project.ace(['migration:lint', 'create_notes'])
    assert.equal(fine.code, 0)
    assert.include(fine.output, '1 migration: 0 errors, 0 notices')

    const { code, output } = await project.ace(['migration:lint', 'drop', '--json'])
    const { files, findings } = JSON.parse(output)
    assert.equal(code, 1)
    assert.equal(files, 1)
    assert.deepEqual(
      findings.map((finding: { code: string; subject: string }) => finding.code),
      ['drop-table', 'no-down']
    )
    assert.deepEqual(findings[0].safeWay.files, [
      {
        transactional: true,
        when: 'code that does not use notes runs everywhere',
        losses: ['notes'],
        up: ['drop table notes;'],
      },
    ])
  })

  test('notices alone end with 0', async ({ assert }) => {
    await project.write({
      '1764000000001_create_notes': make,
      '1764000000002_drop_notes': `
        static losses = [{ what: 'notes', rows: 'select count(*) from notes' }]
        async up() { this.sql('drop table notes') }
        ${down}`,
    })
    const { code, output } = await project.ace(['migration:lint'])

    assert.equal(code, 0)
    assert.include(output, 'notice drop-table')
    assert.notInclude(output, 'Instead')
  })

  test('a name that fits none is refused with the nearest ones', async ({ assert }) => {
    await project.write({ '1764000000001_create_notes': make })
    const { code, errors } = await project.ace(['migration:lint', 'creat_note'])

    assert.equal(code, 1)
    assert.include(errors, 'E_UNKNOWN_MIGRATION: No migration is called "creat_note"')
    assert.include(errors, '1764000000001_create_notes')
  })

  test('code that wants to write while it is asked is refused, and nothing is written', async ({
    assert,
  }) => {
    await project.write({
      '1764000000001_create_notes': `async up() { await this.db.rawQuery('create table notes ()') }`,
    })
    const { code, errors } = await project.ace(['migration:lint'])

    assert.equal(code, 1)
    assert.include(
      errors,
      'E_MIGRATION_NOT_READABLE: database/migrations/1764000000001_create_notes'
    )
    const { rows } = await project.query(`select to_regclass('notes') as notes`)
    assert.isNull(rows[0].notes)
  })

  test('a file without a migration is refused', async ({ assert }) => {
    await project.write({ '1764000000001_nothing': 'export default 1' })
    const { code, errors } = await project.ace(['migration:lint'])

    assert.equal(code, 1)
    assert.include(
      errors,
      'E_MIGRATION_NOT_READABLE: database/migrations/1764000000001_nothing has no migration'
    )
  })

  test('code beside a schema change, and an unknown option', async ({ assert }) => {
    await project.write({
      '1764000000001_create_notes': make,
      '1764000000002_fill': `
        async up() {
          this.schema.alterTable('notes', (table) => table.text('body').nullable())
          this.defer(async (db) => { await db.from('notes').update({ body: 'x' }) })
        }
        ${down}`,
    })
    const { code, output } = await project.ace(['migration:lint'])
    assert.equal(code, 1)
    assert.include(output, 'error code-with-schema-change')

    const wrong = await project.ace(['migration:lint', '--jsn'])
    assert.equal(wrong.code, 1)
  })

  test("the application's own migrations pass", async ({ assert }) => {
    await project.writeOurs()
    const { code, output } = await project.ace(['migration:lint'])

    assert.equal(code, 0, output)
  })
})
