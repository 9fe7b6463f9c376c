import { join } from 'node:path'
import prettier from 'prettier'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { readdir, readFile, writeFile } from 'node:fs/promises'

import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'
import { fileNames, write, writeFiles, type Draft } from '#atrium/migrations/main'

const draft = (changes: Partial<Draft> = {}): Draft => ({
  component: 'publishing',
  phase: 'expand',
  name: 'add_headline_to_articles',
  description: ['add headline to articles'],
  transactional: true,
  guards: [],
  losses: [],
  lossesBack: [],
  notes: [],
  up: ['alter table articles add column headline varchar(200)'],
  down: ['alter table articles drop column headline'],
  ...changes,
})

/** Everything that a template, a string or a comment could read as something else. */
const awkward = [
  'select `a`, $' + "{b}, '\\d \\\\ \\u0041', $1 ? '\"' ",
  "insert into notes values ('two\n  lines', e'\\r\\n', 'it''s \r a return */')",
  'create function f() returns text language sql as $$\n    select 1;\n\n  select 2;\n   \n$$',
  'create function g() returns trigger language plpgsql as $body$\n\tbegin\n\t\treturn new; -- `${x}`\n\tend $body$',
  `alter table articles add constraint a_name_that_is_rather_long check (title <> '' and body <> '' and slug <> '')`,
]

test.group('Writing migrations', (group) => {
  let folder: string

  group.each.setup(async () => {
    const temporary = await temporaryFolder()
    folder = temporary.folder
    return temporary.remove
  })

  test('the file says what it does, and reads like our other files', async ({ assert }) => {
    assert.equal(
      write(
        draft({
          transactional: false,
          notes: ['deploy code that no longer reads subtitle first'],
          losses: [{ what: 'articles.subtitle', rows: 'select count(*) from articles' }],
          up: [{ table: 'articles', set: 'headline = title', where: 'headline is null' }],
          down: [],
        })
      ),
      `import { Migration } from '#atrium/migrations/main'

/**
 * Add headline to articles.
 *
 * Deploy code that no longer reads subtitle first.
 *
 * Loses data: articles.subtitle.
 */
export default class extends Migration {
  static component = 'publishing'
  static disableTransactions = true

  static losses = [
    {
      what: 'articles.subtitle',
      rows: \`select count(*) from articles\`,
    },
  ]

  async up() {
    this.backfill({
      table: 'articles',
      set: \`headline = title\`,
      where: \`headline is null\`,
    })
  }

  async down() {}
}
`
    )
  })

  test('Prettier finds nothing to change', async ({ assert }) => {
    const long = 'a sentence with "quotes", it\'s long, and it says more than one line can hold; '
    const content = write(
      draft({
        component: "it's",
        notes: [long.repeat(3), 'ends a comment: */'],
        guards: [
          { count: awkward[0], message: long.repeat(2) },
          { count: 'select 1', message: "it's" },
        ],
        losses: [{ what: long, rows: awkward[4] }],
        up: [
          ...awkward,
          { table: `"odd ""name's"""`, set: awkward[4], where: 'a is null' },
          'select 1',
        ],
      })
    )
    const options = await prettier.resolveConfig('database/migrations/x.ts')

    assert.equal(await prettier.format(content, { ...options, parser: 'typescript' }), content)
  })

  test('the file gives the same statements to the character', async ({ assert }) => {
    const said = draft({
      guards: [{ count: awkward[0].trim(), message: "it's `x` ${y} \\ \n and more" }],
      up: awkward,
      down: awkward.toReversed(),
    })
    const [path] = await writeFiles([said], folder)
    /* Outside of the project, so it cannot use the project's names. */
    const content = await readFile(path, 'utf8')
    const main = import.meta.resolve('#atrium/migrations/main').replace(/\.js$/, '.ts')
    await writeFile(path, content.replace('#atrium/migrations/main', main))
    const { default: Written } = await import(path)

    const up = await new Written(db.connection(), 'file', true).execUp()
    assert.deepEqual(
      up.slice(1),
      awkward.map((sql) => sql.trim())
    )
    assert.deepEqual(Written.guards, said.guards)
    const down = await new Written(db.connection(), 'file', true).execDown()
    assert.deepEqual(
      down,
      awkward.toReversed().map((sql) => sql.trim())
    )
  })

  test('files follow the newest that is there, also when its clock was ahead', async ({
    assert,
  }) => {
    const now = new Date(1_800_000_000_000)
    assert.deepEqual(await fileNames([draft(), draft({ name: 'b' })], folder, now), [
      '1800000000000_add_headline_to_articles.ts',
      '1800000000001_b.ts',
    ])

    await writeFile(join(folder, '1900000000000_later.ts'), '')
    assert.deepEqual(await fileNames([draft({ name: 'b' })], folder, now), ['1900000000001_b.ts'])
  })

  test('nothing is overwritten, and half of a set is not left behind', async ({ assert }) => {
    const now = new Date()
    const names = await fileNames([draft({ name: 'a' }), draft({ name: 'no/such/folder' })], folder)
    assert.lengthOf(names, 2)

    await assert.rejects(
      () => writeFiles([draft({ name: 'a' }), draft({ name: 'no/such/folder' })], folder, now),
      /ENOENT/
    )
    assert.deepEqual(await readdir(folder), [])
  })

  test('two that write at the same moment do not overwrite each other', async ({ assert }) => {
    const now = new Date()
    const ends = await Promise.allSettled(
      Array.from({ length: 5 }, () => writeFiles([draft()], folder, now))
    )
    const written = ends.filter(({ status }) => status === 'fulfilled')

    assert.lengthOf(await readdir(folder), written.length)
    for (const end of ends) {
      if (end.status === 'rejected') assert.equal(end.reason.code, 'E_MIGRATION_EXISTS')
    }
  })
})
