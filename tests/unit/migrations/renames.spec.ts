import { test } from '@japa/runner'
import { findRenames } from '#atrium/migrations/main'
import type { Answers, Hints } from '#atrium/migrations/main'

import { schemasFor } from './schema_of.ts'

const noHints: Hints = { renamedTables: {}, renamedColumns: {}, fills: {}, components: {} }

test.group('Renames', (group) => {
  const schemaOf = schemasFor(group)

  /** What is found between two states, both said in SQL */
  async function find(
    before: string,
    now: string,
    hints: Partial<Hints> = {},
    answers: Answers = {}
  ) {
    return findRenames(
      await schemaOf(before),
      await schemaOf(now),
      { ...noHints, ...hints },
      answers
    )
  }
  const choicesOf = ({ questions }: Awaited<ReturnType<typeof find>>) =>
    Object.fromEntries(questions.map(({ id, choices }) => [id, choices.map(({ value }) => value)]))

  const articles = `create table articles (id bigint, title varchar(50), views int);`
  const posts = `create table posts (id bigint, title varchar(50), views int);`
  const headlines = `create table articles (id bigint, headline varchar(99), views int);`

  test('are asked for, never guessed', async ({ assert }) => {
    const found = await find(articles, headlines)
    assert.deepEqual(found.renames, [])
    assert.deepEqual(choicesOf(found), { 'rename:articles.title': ['headline', 'drop'] })
  })

  test('of columns come from an answer', async ({ assert }) => {
    const found = await find(articles, headlines, {}, { 'rename:articles.title': 'headline' })
    assert.deepEqual(found.questions, [])
    assert.deepEqual(found.renames, [
      { kind: 'column', table: 'articles', from: 'title', to: 'headline' },
    ])
  })

  test('are not asked for where the answer is to drop', async ({ assert }) => {
    const found = await find(articles, headlines, {}, { 'rename:articles.title': 'drop' })
    assert.deepEqual(found, { renames: [], questions: [], known: ['rename:articles.title'] })
  })

  test('come from renamedFrom, which means nothing any more once it was carried out', async ({
    assert,
  }) => {
    const hints = { renamedColumns: { 'articles.headline': 'title' } }
    assert.lengthOf((await find(articles, headlines, hints)).renames, 1)
    assert.deepEqual(await find(headlines, headlines, hints), {
      renames: [],
      questions: [],
      known: [],
    })
  })

  test('answered by a name that is not new are refused', async ({ assert }) => {
    await assert.rejects(
      () => find(articles, headlines, {}, { 'rename:articles.title': 'views' }),
      '"views" is no answer to "rename:articles.title". Possible: headline, drop.'
    )
  })

  test('offer the likeliest first', async ({ assert }) => {
    const now = `create table articles (id bigint, views int, body text, article_title varchar(50))`
    assert.deepEqual(choicesOf(await find(articles, now)), {
      'rename:articles.title': ['article_title', 'body', 'drop'],
    })
  })

  test('are not asked for where the one type can never become the other', async ({ assert }) => {
    const found = await find(
      `create table articles (id bigint, token uuid)`,
      `create table articles (id bigint, sold_at timestamptz)`
    )
    assert.deepEqual(found.questions, [])
  })

  test('of two columns are told apart, and never two to one name', async ({ assert }) => {
    const before = `create table people (id bigint, first_name text, last_name text)`
    const now = `create table people (id bigint, given_name text, family_name text)`
    assert.deepEqual(choicesOf(await find(before, now)), {
      'rename:people.first_name': ['given_name', 'family_name', 'drop'],
      'rename:people.last_name': ['family_name', 'given_name', 'drop'],
    })
    await assert.rejects(
      () =>
        find(
          before,
          now,
          {},
          {
            'rename:people.first_name': 'given_name',
            'rename:people.last_name': 'given_name',
          }
        ),
      /"first_name" becomes "given_name", and "last_name" becomes "given_name"/
    )
  })

  test('of tables are asked for where they share much', async ({ assert }) => {
    assert.deepEqual(choicesOf(await find(articles, posts)), {
      'rename:articles': ['posts', 'drop'],
    })
    const stock = `create table stock (id bigint, amount numeric, place point)`
    assert.deepEqual(choicesOf(await find(articles, stock)), {})
  })

  test('of a table and of a column in it are found one after the other', async ({ assert }) => {
    const now = `create table posts (id bigint, headline varchar(50), views int)`
    assert.deepEqual(choicesOf(await find(articles, now)), { 'rename:articles': ['posts', 'drop'] })

    const second = await find(articles, now, {}, { 'rename:articles': 'posts' })
    assert.deepEqual(choicesOf(second), { 'rename:articles.title': ['headline', 'drop'] })

    const hints = {
      renamedTables: { posts: 'articles' },
      renamedColumns: { 'posts.headline': 'title' },
    }
    assert.deepEqual((await find(articles, now, hints)).renames, [
      { kind: 'table', from: 'articles', to: 'posts' },
      { kind: 'column', table: 'posts', from: 'title', to: 'headline' },
    ])
  })

  test('of a name that another one takes at once come first', async ({ assert }) => {
    const now = `create table articles (id bigint, title int, headline varchar(50))`
    const found = await find(articles, now, {
      renamedColumns: { 'articles.headline': 'title', 'articles.title': 'views' },
    })
    assert.deepEqual(
      found.renames.map(({ from, to }) => [from, to]),
      [
        ['title', 'headline'],
        ['views', 'title'],
      ]
    )
  })

  test('leave a new column of the old name alone', async ({ assert }) => {
    const now = `create table articles (id bigint, headline varchar(50), title text, views int)`
    const found = await find(articles, now, { renamedColumns: { 'articles.headline': 'title' } })
    assert.deepEqual(
      found.renames.map(({ from, to }) => [from, to]),
      [['title', 'headline']]
    )
  })

  test('that swap two columns are found once', async ({ assert }) => {
    const swapped = `create table articles (id bigint, views varchar(50), title int)`
    const hints = { renamedColumns: { 'articles.views': 'title', 'articles.title': 'views' } }

    const { renames } = await find(articles, swapped, hints)
    assert.sameDeepMembers(renames, [
      { kind: 'column', table: 'articles', from: 'title', to: 'views' },
      { kind: 'column', table: 'articles', from: 'views', to: 'title' },
    ])
    assert.deepEqual((await find(swapped, swapped, hints)).renames, [])
  })

  test('that swap two columns of one type are told by their order', async ({ assert }) => {
    const before = `create table people (id bigint, first text, last text)`
    const swapped = `create table people (id bigint, last text, first text)`
    const hints = { renamedColumns: { 'people.first': 'last', 'people.last': 'first' } }

    assert.lengthOf((await find(before, swapped, hints)).renames, 2)
    assert.lengthOf((await find(swapped, swapped, hints)).renames, 0)
  })

  test('that swap come from answers too', async ({ assert }) => {
    const people = `create table people (id bigint, first text, last text)`
    const { renames } = await find(
      people,
      people,
      {},
      {
        'rename:people.first': 'last',
        'rename:people.last': 'first',
      }
    )
    assert.lengthOf(renames, 2)
  })

  test('that swap two tables are found once', async ({ assert }) => {
    const before = `create table drafts (id bigint, body text); create table finals (id bigint, size int)`
    const now = `create table finals (id bigint, body text); create table drafts (id bigint, size int)`
    const hints = { renamedTables: { finals: 'drafts', drafts: 'finals' } }

    assert.lengthOf((await find(before, now, hints)).renames, 2)
    assert.lengthOf((await find(now, now, hints)).renames, 0)
  })

  test('onto a name that somebody else keeps are asked for', async ({ assert }) => {
    const now = `create table articles (id bigint, views int)`
    const found = await find(articles, now, { renamedColumns: { 'articles.views': 'title' } })
    assert.deepEqual(choicesOf(found), { 'rename:articles.title': ['drop'] })
    assert.match(found.questions[0].message, /there is a "views" already/)
  })

  test('of pivots follow the table that they are named after', async ({ assert }) => {
    const pivot = (own: string) => `
      create table ${own}s (id bigint primary key, title text, body text);
      create table tags (id bigint primary key);
      create table ${own}_tags (
        ${own}_id bigint references ${own}s, tag_id bigint references tags,
        primary key (${own}_id, tag_id))`
    const found = await find(pivot('article'), pivot('post'), {
      renamedTables: { posts: 'articles' },
    })
    assert.deepEqual(found.questions, [])
    assert.deepEqual(found.renames, [
      { kind: 'table', from: 'articles', to: 'posts' },
      { kind: 'table', from: 'article_tags', to: 'post_tags' },
      { kind: 'column', table: 'post_tags', from: 'article_id', to: 'post_id' },
    ])
  })

  test('of words that a check keeps are asked for', async ({ assert }) => {
    const words = (...values: string[]) =>
      `create table articles (status text check (status in (${values.map((word) => `'${word}'`)})))`
    const found = await find(words('draft', 'published'), words('draft', 'public', 'secret'))
    assert.deepEqual(choicesOf(found), {
      'rename:articles.status.published': ['public', 'secret', 'drop'],
    })
    assert.deepEqual((await find(words('a', 'b'), words('a'))).questions, [])
    assert.deepEqual((await find(words('a'), words('a', 'b'))).questions, [])

    const { renames } = await find(
      words('draft', 'published'),
      words('draft', 'public'),
      {},
      { 'rename:articles.status.published': 'public' }
    )
    assert.deepEqual(renames, [
      { kind: 'word', table: 'articles', column: 'status', from: 'published', to: 'public' },
    ])
  })

  test('of native enums and of their words are asked for', async ({ assert }) => {
    const moods = (type: string, ...values: string[]) =>
      `create type ${type} as enum (${values.map((word) => `'${word}'`)});
       create table people (mood ${type})`
    const values = await find(moods('mood', 'sad', 'ok'), moods('mood', 'ok', 'happy'))
    assert.deepEqual(choicesOf(values), { 'rename:mood.sad': ['happy', 'drop'] })

    const types = await find(moods('mood', 'sad', 'ok'), moods('temper', 'sad', 'ok'))
    assert.deepEqual(choicesOf(types), { 'rename:mood': ['temper', 'drop'] })
  })

  test('of a type that no column uses are not ours', async ({ assert }) => {
    const found = await find(
      `create type mood as enum ('a', 'b')`,
      `create type temper as enum ('a', 'b'); create table people (mood temper)`
    )
    assert.deepEqual(found.questions, [])
  })

  test('that only change the case are renames like others', async ({ assert }) => {
    const found = await find(
      `create table articles (id bigint, "Title" text)`,
      `create table articles (id bigint, title text)`
    )
    assert.deepEqual(choicesOf(found), { 'rename:articles.Title': ['title', 'drop'] })
  })
})
