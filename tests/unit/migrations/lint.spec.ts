import { test } from '@japa/runner'

import { before, migration, sql } from './lint_migrations.ts'
import { lint, type WrittenMigration } from '#atrium/migrations/main'

/** What is found in a migration on the tables of the cases, as `code subject severity`. */
async function found(up: string[], rest: Partial<WrittenMigration> = {}) {
  const one = migration(up.map(sql), rest)
  const findings = await lint([...before(), one], (other) => other === one)
  return findings.map(({ code, subject, severity }) => `${severity} ${code} ${subject}`)
}

const dropsBody = ['alter table articles drop column body']

test.group('migration:lint', () => {
  test('a statement in several parts gives a finding for each', async ({ assert }) => {
    assert.deepEqual(
      await found([
        'alter table articles add column a int not null, alter column body set not null, drop column price',
      ]),
      [
        'error add-column-required articles.a',
        'error set-not-null articles.body',
        'error drop-column articles.price',
      ]
    )
  })

  test('nobody waits for a table that the same migration makes', async ({ assert }) => {
    assert.deepEqual(
      await found([
        'create table notes (id bigint primary key, body text, author_id bigint)',
        'alter table notes add constraint notes_author foreign key (author_id) references users (id)',
        'create index notes_body on notes (body)',
        'alter table notes alter column body set not null',
        'insert into notes (id, body) values (1, $$first$$)',
      ]),
      []
    )
  })

  test('files that were generated together are one migration', async ({ assert }) => {
    const set = (name: string, up: string[]) =>
      migration(up.map(sql), { name: `database/migrations/${name}` })
    const made = set('1764000000010_add_notes_1_add', ['create table notes (id bigint)'])
    const built = set('1764000000011_add_notes_2_build', ['create index notes_id on notes (id)'])
    const other = set('1764000000012_more', ['create index notes_more on notes (id)'])

    const findings = await lint([...before(), made, built, other])
    assert.deepEqual(
      findings.filter(({ file }) => !file.includes('ground')).map(({ file }) => file),
      ['database/migrations/1764000000012_more.ts']
    )
  })

  test('what was there before is known from the files before, also after renames', async ({
    assert,
  }) => {
    const widened = ['alter table articles alter column title type varchar(300)']
    assert.deepEqual(await found(widened), [])
    assert.deepEqual(await found(['alter table articles alter column title type varchar(100)']), [
      'error change-type articles.title',
    ])

    const renamed = migration([sql('alter table articles rename to posts')], { generated: true })
    const later = migration([sql('alter table posts alter column title type varchar(300)')], {
      name: 'database/migrations/1764000000020_later',
    })
    assert.deepEqual(await lint([...before(), renamed, later], (one) => one === later), [])
  })

  test('a conversion says how to count what it would lose', async ({ assert }) => {
    const one = migration([sql('alter table articles alter column price type numeric(6,1)')])
    const [{ safeWay }] = await lint([...before(), one], (other) => other === one)

    assert.include(
      safeWay.say,
      'select count(*) from articles where (price::numeric(6,1))::numeric(10,2) is distinct from price'
    )
  })

  test('a check that was validated makes NOT NULL harmless, one that was not does not', async ({
    assert,
  }) => {
    const check = 'alter table articles add constraint c check (body is not null) not valid'
    const validated = 'alter table articles validate constraint c'
    const notNull = 'alter table articles alter column body set not null'

    assert.include(await found([check, notNull]), 'error set-not-null articles.body')
    assert.notInclude(await found([check, validated, notNull]), 'error set-not-null articles.body')
  })

  test('what a generated migration destroys was announced, so it is a notice', async ({
    assert,
  }) => {
    assert.deepEqual(await found(dropsBody, { generated: true }), [
      'notice drop-column articles.body',
    ])
    assert.deepEqual(await found(dropsBody), ['error drop-column articles.body'])
  })

  test('what a written migration destroys is announced by its losses', async ({ assert }) => {
    const losses = (what: string) => ({ losses: [{ what, rows: 'select 0' }] })

    assert.deepEqual(await found(dropsBody, losses('articles.body')), [
      'notice drop-column articles.body',
    ])
    assert.deepEqual(await found(dropsBody, losses('articles.body_html')), [
      'error drop-column articles.body',
    ])
  })

  test('guards are no statements of the migration', async ({ assert }) => {
    const guard = { sql: 'select count(*) from articles /* must be 0 */', mark: 'guard' as const }
    const one = migration([guard], { transactional: false })
    assert.deepEqual(await lint([one]), [])
  })

  test('SQL that PostgreSQL does not understand is found, with its own words', async ({
    assert,
  }) => {
    const findings = await found(['alter tabel articles add a int'])
    assert.lengthOf(findings, 1)
    assert.match(findings[0], /^error not-understood .*syntax error at or near "tabel"/)
  })

  test('names and texts of all alphabets are cut where they belong', async ({ assert }) => {
    const one = migration([
      sql(
        `alter table "Bücher" add constraint "prüfung_ÄÖ" check ("größe" > 0), add column "straße" text default 'ß, (ä'`
      ),
    ])
    const [check, ...rest] = await lint([one])

    assert.deepEqual(rest, [])
    assert.equal(
      check.safeWay.files[0].up[0],
      `alter table "Bücher" add constraint "prüfung_ÄÖ" check ("größe" > 0) not valid`
    )
  })
})

test.group('migration:lint, allowances', () => {
  const allowing = (comment: string) => found(dropsBody, { source: comment })

  test('{$self} allows it')
    .with([
      '/* lint: allow drop-column: nobody ever filled it */',
      '// lint: allow drop-column: nobody ever filled it',
      ' * lint: allow drop-column articles.body: nobody ever filled it',
    ])
    .run(async ({ assert }, comment) => {
      assert.deepEqual(await allowing(comment), [])
    })

  test('of one column only, it leaves the others', async ({ assert }) => {
    const comment = '/* lint: allow drop-column articles.title: nobody reads it */'
    const findings = await found([...dropsBody, 'alter table articles drop column title'], {
      source: comment,
    })
    assert.deepEqual(findings, ['error drop-column articles.body'])
  })

  const broken: [comment: string, code: string][] = [
    ['/* lint: allow drop-table: it is empty */', 'allow-unused'],
    ['/* lint: allow drop-column articles.title: nobody reads it */', 'allow-unused'],
    ['/* lint: allow drop-colum: it is empty */', 'allow-unknown'],
    ['/* lint: allow */', 'allow-unknown'],
  ]
  test('{0} is a finding itself')
    .with(broken)
    .run(async ({ assert }, [comment, code]) => {
      const findings = await allowing(comment)
      assert.include(findings, 'error drop-column articles.body')
      assert.isTrue(findings.some((finding) => finding.startsWith(`error ${code} `)))
    })

  test('it needs a reason', async ({ assert }) => {
    const findings = await allowing('/* lint: allow drop-column */')
    assert.deepEqual(findings, ['error allow-without-reason lint: allow drop-column'])
  })
})
