import { test } from '@japa/runner'

import { SmallProject } from './small_project.ts'

const AGREE = 'Models and migrations agree: there is nothing to do.\n'

test.group('node ace migration:generate', (group) => {
  let project: SmallProject

  group.tap((each) => each.timeout(120_000))
  group.each.setup(async () => {
    project = await SmallProject.make()
    return () => project.remove()
  })

  test('from a model to tables, and then there is nothing to do', async ({ assert }) => {
    await project.model(`@field.string({ max: 50 }) declare colour: string`)

    const check = await project.ace(['migration:generate', '--check'])
    assert.equal(check.code, 1, check.errors)
    assert.match(check.output, /Models and migrations differ.*\n {2}- create table stones\n/)

    const dry = await project.ace(['migration:generate', '--dry-run'])
    assert.equal(dry.code, 0, dry.errors)
    assert.match(dry.output, /Nothing was written\.\n$/)
    const sql = await project.ace(['migration:generate', '--sql'])
    assert.match(sql.output, /^create table stones/m)
    assert.deepEqual(await project.migrations(), [])

    const written = await project.ace(['migration:generate'])
    assert.equal(written.code, 0, written.errors)
    assert.match(written.output, /^database\/migrations\/\d+_create_stones\.ts\n {2}Creates stones/)
    assert.match(written.output, /Read them, then run `node ace migration:run`\./)
    assert.deepEqual(await project.migrations(), ['create_stones.ts'])

    const again = await project.ace(['migration:generate'])
    assert.deepEqual([again.code, again.output], [0, AGREE])
    const agreed = await project.ace(['migration:generate', '--check'])
    assert.deepEqual([agreed.code, agreed.output], [0, AGREE])
  })

  test('without a terminal, questions are JSON and nothing is guessed', async ({ assert }) => {
    await project.model(`@field.string() declare colour: string`)
    await project.ace(['migration:generate'])
    await project.ace(['migration:run'])
    await project.database.query(`insert into stones (colour) values ('red'), ('grey')`)
    await project.model(`@field.string() declare color: string`)

    const asked = await project.ace(['migration:generate'])
    assert.equal(asked.code, 3)
    const { questions } = JSON.parse(asked.output)
    assert.deepEqual(
      questions.map(({ id }: { id: string }) => id),
      ['rename:stones.colour']
    )
    assert.match(asked.errors, /^A question has to be answered .*--answer rename:stones\.colour=/)
    assert.deepEqual(await project.migrations(), ['create_stones.ts'])

    const answered = await project.ace([
      'migration:generate',
      '--json',
      '--answer',
      'rename:stones.colour=color',
    ])
    assert.equal(answered.code, 0, answered.errors)
    const { files, differences } = JSON.parse(answered.output)
    assert.deepEqual(differences, ['rename stones.colour to color'])
    assert.deepEqual(files[0].up, ['alter table stones rename column colour to color'])

    await project.ace(['migration:run'])
    assert.equal(
      await project.value(`select string_agg(color, ' ' order by id) from stones`),
      'red grey'
    )
  })

  test('what is lost is said with its rows, and refused when it runs', async ({ assert }) => {
    await project.model(`@field.string() declare colour: string`)
    await project.ace(['migration:generate'])
    await project.ace(['migration:run'])
    await project.database.query(`insert into stones (colour) values ('red'), ('grey')`)
    await project.model('')

    const written = await project.ace([
      'migration:generate',
      '--answer',
      'rename:stones.colour=drop',
    ])
    assert.equal(written.code, 0, written.errors)
    assert.match(
      written.output,
      /This loses data:\n {2}- .*stones\.colour.*: 2 rows in your database/
    )
    assert.match(written.output, /--accept-data-loss/)

    const refused = await project.ace(['migration:run'])
    assert.equal(refused.code, 1)
    assert.match(refused.errors, /^E_MIGRATION_LOSES_DATA: Migrating would lose data:\n.*2 rows/)
    assert.notMatch(refused.errors + refused.output, /node_modules/)
    assert.equal(await project.value('select count(colour)::int from stones'), 2)

    const accepted = await project.ace(['migration:run', '--accept-data-loss'])
    assert.equal(accepted.code, 0, accepted.errors)
  })

  test('answers that are wrong are refused, each by its name', async ({ assert }) => {
    await project.model(`@field.string() declare colour: string`)
    const generate = (...words: string[]) => project.ace(['migration:generate', ...words])

    const refusals: [RegExp, ...string[]][] = [
      [/^E_UNKNOWN_ANSWER: Nobody asks for rename:a\.b/, '--answer', 'rename:a.b=c'],
      [/^E_ANSWER_NOT_UNDERSTOOD: "yes" is no answer\. Write it as/, '--answer', 'yes'],
      [/"fill:a\.b" is answered twice/, '--answer=fill:a.b=1', '--answer=fill:a.b=2'],
      [/^E_MIGRATION_NAME: A migration cannot be called "\/\.\."/, '/..'],
      [/at most 60/, 'a'.repeat(61)],
      [/Unknown flag "--frobnicate"/, '--frobnicate'],
    ]
    for (const [message, ...words] of refusals) {
      const { code, output, errors } = await generate(...words)
      assert.equal(code, 1, words.join(' '))
      assert.match(errors + output, message)
      assert.notMatch(errors + output, /node_modules/)
    }
    assert.deepEqual(await project.migrations(), [])
  })

  test('a name may be anything that has letters', async ({ assert }) => {
    await project.model(`@field.string() declare colour: string`)

    const { code, errors } = await project.ace([
      'migration:generate',
      '../Über alle/Steine; rm -rf',
    ])
    assert.equal(code, 0, errors)
    assert.deepEqual(await project.migrations(), ['uber_alle_steine_rm_rf.ts'])
  })

  test('models that cannot be read are named', async ({ assert }) => {
    await project.model(`@field.string() declare colour string`)
    const syntax = await project.ace(['migration:generate'])
    assert.equal(syntax.code, 1)
    assert.match(syntax.errors, /^E_MODELS_NOT_READ: /)
    assert.match(syntax.errors, /stone\.ts/)

    await project.model('', `static comment = (undefined as any).x`)
    const thrown = await project.ace(['migration:generate'])
    assert.equal(thrown.code, 1)
    assert.match(thrown.errors, /^E_MODELS_NOT_READ: .*stone\.ts .*Cannot read properties/)
  })

  test('a migration file that fails is named, with the reason', async ({ assert }) => {
    await project.model('')
    await project.file(
      'database/migrations/1_broken.ts',
      `import { Migration } from '#atrium/migrations/main'
export default class extends Migration {
  async up() { this.sql('create tabel stones ()') }
}`
    )
    const sql = await project.ace(['migration:generate'])
    assert.equal(sql.code, 1)
    assert.match(sql.errors, /^E_MIGRATION_FAILED: database\/migrations\/1_broken fails .*"tabel"/)

    await project.file('database/migrations/1_broken.ts', `throw new Error('no stones today')`)
    const thrown = await project.ace(['migration:generate'])
    assert.equal(thrown.code, 1)
    assert.match(
      thrown.errors,
      /^E_MIGRATION_FAILED: database\/migrations\/1_broken .*no stones today/
    )
  })

  test('the database need not be there, but somewhere to try things must be', async ({
    assert,
  }) => {
    await project.model(`@field.string() declare colour: string`)

    const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }
    const written = await project.ace(['migration:generate'], away)
    assert.equal(written.code, 0, written.errors)
    assert.deepEqual(await project.migrations(), ['create_stones.ts'])

    const nowhere = { MIGRATION_SCRATCH_URL: 'postgres://nobody@127.0.0.1:1/nothing' }
    const refused = await project.ace(['migration:generate'], nowhere)
    assert.equal(refused.code, 1)
    assert.match(refused.errors, /^E_SCRATCH_NOT_AVAILABLE: /)
    assert.notMatch(refused.errors, /node_modules/)
  })
})
