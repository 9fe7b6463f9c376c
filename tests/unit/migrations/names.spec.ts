import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { conventionalName, nameOf, quote, shortened } from '#atrium/migrations/main'

test.group('Names in the database', () => {
  test('say table, columns and what they are', ({ assert }) => {
    assert.equal(nameOf.primary('articles'), 'articles_pkey')
    assert.equal(nameOf.unique('articles', ['slug']), 'articles_slug_unique')
    assert.equal(nameOf.index('tags', ['article_id', 'name']), 'tags_article_id_name_index')
  })

  test('that are too long are cut, and still tell one from another', ({ assert }) => {
    const long = 'a_table_with_quite_a_long_name_for_a_table'
    const one = conventionalName(long, ['and_a_long_column', 'one'], 'foreign')
    const other = conventionalName(long, ['and_a_long_column', 'two'], 'foreign')

    assert.equal(Buffer.byteLength(one), 63)
    assert.match(one, /^a_table_with_quite_a_long_name_for_a_table_\w+_[0-9a-f]{8}_foreign$/)
    assert.notEqual(one, other)
    assert.equal(one, conventionalName(long, ['and_a_long_column', 'one'], 'foreign'))
  })

  test('are measured in bytes and never cut within a character', async ({ assert }) => {
    const name = nameOf.index('größenänderungen', [
      'übergrößenzähler',
      'ölmühlenprüfgeräteschlüssel',
    ])
    assert.isAtMost(Buffer.byteLength(name), 63)
    assert.notInclude(name, '\uFFFD')

    const { rows } = await db.rawQuery('select ?::name = ? as kept', [name, name])
    assert.isTrue(rows[0].kept)
  })

  test('can get something behind them', ({ assert }) => {
    assert.equal(shortened('articles_slug_unique', 'old'), 'articles_slug_unique_old')
    assert.equal(Buffer.byteLength(shortened('a'.repeat(63), 'old')), 63)
  })

  test('are quoted exactly where PostgreSQL quotes them', async ({ assert }) => {
    const { rows } = await db.rawQuery(
      `select word, quote_ident(word) as quoted from pg_get_keywords()
       union all select name, quote_ident(name) from unnest(?::text[]) as name`,
      [['Title', 'größe', 'with space', 'a"b', '1st', '_x', 'x1', 'a$b', '']]
    )
    const ours = rows.map(({ word }: { word: string }) => ({ word, quoted: quote(word) }))

    assert.deepEqual(ours, rows)
  })
})
