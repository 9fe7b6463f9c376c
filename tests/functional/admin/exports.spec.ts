import { test } from '@japa/runner'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator, editor } from './people.ts'

test.group('Exports of the admin', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('write what a list shows as CSV, in which nothing is a formula', async ({
    client,
    assert,
  }) => {
    const author = await UserFactory.merge({ username: 'ada' }).create()
    const title = '=HYPERLINK("http://evil.example","x")'
    await ArticleFactory.merge({ title, authorId: author.id }).create()
    await ArticleFactory.merge({ title: 'Plain, with "quotes"', authorId: author.id }).create()

    const file = await client
      .get('/admin/articles/export')
      .qs({ format: 'csv', filter: `authorId=${author.id}`, sort: 'title' })
      .loginAs(await administrator())

    file.assertStatus(200)
    file.assertHeader('content-type', 'text/csv; charset=utf-8')
    assert.match(file.header('content-disposition')!, /filename="articles-\d{4}-\d\d-\d\d\.csv"/)
    const lines = textOf(file).split('\r\n')
    assert.equal(lines[0], '\uFEFFTitle,Author,Author ID,Published at,Updated at')
    assert.match(lines[1], /^"'=HYPERLINK\(""http:\/\/evil\.example"",""x""\)",ada,\d+,/)
    assert.match(lines[2], /^"Plain, with ""quotes""",ada/)
    assert.lengthOf(lines, 4)
  })

  test('write exact values as JSON, and a workbook', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const signedIn = await administrator()
    const qs = { filter: `id=${article.id}`, columns: 'all' }

    const json = await client
      .get('/admin/articles/export')
      .qs({ ...qs, format: 'json' })
      .loginAs(signedIn)
    const [row] = JSON.parse(textOf(json))
    assert.containsSubset(row, { title: article.title, slug: article.slug, body: article.body })
    assert.equal(row.createdAt, article.createdAt.toUTC().toISO())

    const request = client
      .get('/admin/articles/export')
      .qs({ ...qs, format: 'xlsx' })
      .loginAs(signedIn)
    request.request.responseType('blob')
    const xlsx = await request
    xlsx.assertStatus(200)
    assert.include(xlsx.header('content-disposition')!, '.xlsx"')
    assert.equal(xlsx.body().subarray(0, 2).toString(), 'PK')
  })

  test('hold no hidden field, and are not for those who may not list', async ({
    client,
    assert,
  }) => {
    const user = await UserFactory.create()
    const ask = (signedIn: Awaited<ReturnType<typeof editor>>, resource: string) =>
      client
        .get(`/admin/${resource}/export`)
        .qs({ format: 'json', columns: 'all' })
        .accept('json')
        .loginAs(signedIn)

    const users = textOf(await ask(await administrator(), 'users'))
    assert.include(users, user.username)
    assert.notInclude(users, 'password')
    ;(await ask(await editor(), 'roles')).assertStatus(403)
  })

  test('say what is wrong with the list instead of writing a broken file', async ({ client }) => {
    const signedIn = await administrator()
    const get = (qs: Record<string, string>) =>
      client.get('/admin/articles/export').qs(qs).accept('json').loginAs(signedIn)

    ;(await get({ format: 'csv', filter: 'nothing=1' })).assertStatus(400)
    ;(await get({ format: 'csv', sort: 'nothing' })).assertStatus(400)
    ;(await get({ format: 'exe' })).assertStatus(400)
  })

  test('end the reading when whoever asked for them goes away', async ({ client, assert }) => {
    const { id } = await UserFactory.create()
    await db.rawQuery(MANY_ARTICLES, [id])
    const signedIn = await administrator()

    for (const format of ['csv', 'xlsx', 'json']) {
      const request = client
        .get('/admin/articles/export')
        .qs({ format, columns: 'all', filter: `authorId=${id}` })
        .loginAs(signedIn)

      let openBefore = 0
      request.request.buffer(true).parse((answer, done) => {
        const response = answer as unknown as Readable
        response.once('data', async () => {
          response.pause()
          openBefore = await openCursors()
          response.on('close', () => done(null, ''))
          response.destroy()
        })
      })
      await request.catch(() => {})

      assert.equal(openBefore, 1, format)
      for (let tries = 0; tries < 50 && (await openCursors()); tries++) await setTimeout(50)
      assert.equal(await openCursors(), 0, format)
    }
  })
})

test.group('Exports of the admin that somebody does not wait for', (group) => {
  group.each.setup(emptyTables)

  test('end before their first row, with the work of the database', async ({ client, assert }) => {
    const signedIn = await administrator()
    const lock = await db.transaction()
    await lock.rawQuery('lock table articles in access exclusive mode')

    const request = client.get('/admin/articles/export').qs({ format: 'csv' }).loginAs(signedIn)
    const answer = request.catch(() => {})
    for (let tries = 0; tries < 100 && !(await waitingReaders()); tries++) await setTimeout(50)
    const before = await waitingReaders()

    request.request.abort()
    for (let tries = 0; tries < 100 && (await waitingReaders()); tries++) await setTimeout(50)
    const after = await waitingReaders()

    await lock.rollback()
    await Promise.race([answer, setTimeout(100)])
    assert.deepEqual([before, after], [1, 0])
  })
})

/** Statements of exports that wait for a lock. */
async function waitingReaders() {
  const { rows } = await db.rawQuery(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like 'declare%'`
  )
  return rows[0].waiting as number
}

/** More than a socket takes while nobody reads from it */
const MANY_ARTICLES = `
  insert into articles (author_id, slug, title, description, body, body_html, renderer_version)
  select ?, 'many-' || n, 'Many', '',
    (select string_agg(md5(n || '-' || part), '') from generate_series(1, 200) part), '', 1
  from generate_series(1, 2500) n`

/** Cursors that the connection of the tests has open. */
async function openCursors() {
  const { rows } = await db.rawQuery(
    `select count(*)::int as open from pg_cursors where name like 'atrium_rows_%'`
  )
  return rows[0].open as number
}

function textOf(response: { text: () => string; body: () => unknown }) {
  const body = response.body()
  return Buffer.isBuffer(body) ? body.toString() : response.text()
}
