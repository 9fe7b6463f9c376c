import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import testUtils from '@adonisjs/core/services/test_utils'
import { HistoryEntry } from '#atrium/model/main'
import { Run, action, resources } from '#atrium/resource/main'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import ImportedPost from '#app/publishing/models/imported_post'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator } from './people.ts'

type Person = Awaited<ReturnType<typeof administrator>>

function send(client: ApiClient, person: Person, address: string, form: Record<string, unknown>) {
  return client.post(address).form(form).withCsrfToken().redirects(0).loginAs(person)
}

/** Selects rows in a list, and says where the selection is. */
async function select(
  client: ApiClient,
  person: Person,
  resource: string,
  form: Record<string, unknown>
) {
  const answer = await send(client, person, `/admin/${resource}/selections`, form)
  return answer.header('location')!
}

/** Drafts of one author */
async function drafts(count: number) {
  const author = await UserFactory.create()
  const articles = await ArticleFactory.merge({ authorId: author.id })
    .apply('draft')
    .createMany(count)
  return { author, articles, filter: `authorId=${author.id}` }
}

test.group('Selections of the admin', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('hold what fits the list, and say what became of it since', async ({ client, assert }) => {
    const person = await administrator()
    const { author, filter } = await drafts(2)
    const address = await select(client, person, 'articles', { all: '1', filter })
    assert.match(address, /^\/admin\/selections\//)

    const first = await client.get(address).loginAs(person)
    first.assertTextIncludes('2 Articles selected')
    first.assertTextIncludes(`${address}/actions/publish`)
    await ArticleFactory.merge({ authorId: author.id }).create()
    const second = await client.get(address).loginAs(person)
    second.assertTextIncludes('1 more row matches')

    const other = await administrator()
    ;(await client.get(address).accept('json').loginAs(other)).assertStatus(404)
  })

  test('are exported as a file', async ({ client, assert }) => {
    const person = await administrator()
    const { articles } = await drafts(3)
    const keys = articles.slice(0, 2).map(({ id }) => String(id))
    const address = await select(client, person, 'articles', { 'keys[]': keys })

    const file = await client
      .get('/admin/articles/export')
      .qs({ format: 'csv', selection: address.split('/').at(-1) })
      .loginAs(person)
    assert.lengthOf(file.text().trim().split('\r\n'), 3)
  })

  test('are edited together: only ticked fields, shown before, undone as a whole', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const { articles, filter } = await drafts(3)
    const address = await select(client, person, 'articles', { all: '1', filter })
    const before = articles[0].body

    const none = await send(client, person, `${address}/edit`, { description: 'x' })
    none.assertStatus(422)
    none.assertTextIncludes('Tick at least one field')

    const form = { '_change[]': ['description'], 'description': 'The same', 'body': 'Not ticked' }
    const preview = await send(client, person, `${address}/edit`, { ...form, step: 'preview' })
    preview.assertStatus(200)
    preview.assertTextIncludes('Change 3 rows')
    assert.notEqual((await Article.findOrFail(articles[0].id)).description, 'The same')

    const run = await send(client, person, `${address}/edit`, {
      ...form,
      step: 'run',
      reason: 'House style',
    })
    const report = await client.get(run.header('location')!).loginAs(person)
    report.assertTextIncludes('House style')
    const edited = await Article.findOrFail(articles[1].id)
    assert.equal(edited.description, 'The same')
    assert.equal((await Article.findOrFail(articles[0].id)).body, before)

    const id = run.header('location')!.split('/').at(-1)!
    const entries = await HistoryEntry.query().whereRaw(`operation->>'id' = ?`, [id])
    assert.lengthOf(entries, 3)
    await send(client, person, `/admin/undo/${id}`, {})
    assert.notEqual((await Article.findOrFail(articles[1].id)).description, 'The same')
  })

  test('say beside the field what is wrong with an edit', async ({ client }) => {
    const person = await administrator()
    const { filter } = await drafts(1)
    const address = await select(client, person, 'articles', { all: '1', filter })

    const answer = await send(client, person, `${address}/edit`, {
      '_change[]': ['title'],
      'title': '',
      'step': 'run',
    })
    answer.assertStatus(422)
    answer.assertTextIncludes('href="#field-title"')
  })

  test('run an action on the rows that it is for, and report the others', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const { author, articles, filter } = await drafts(2)
    await ArticleFactory.merge({ authorId: author.id, title: 'Out already' }).create()
    const address = await select(client, person, 'articles', { all: '1', filter })

    const run = await send(client, person, `${address}/actions/publish`, {})
    const report = await client.get(run.header('location')!).loginAs(person)
    report.assertTextIncludes('Out already')
    assert.isNotNull((await Article.findOrFail(articles[0].id)).publishedAt)
    const { succeeded, skipped } = await Run.query().orderBy('createdAt', 'desc').firstOrFail()
    assert.deepEqual([succeeded, skipped], [2n, 1n])
  })

  test('are deleted after it was said what goes along', async ({ client, assert }) => {
    const person = await administrator()
    const tags = await Tag.createMany([{ name: 'one' }, { name: 'two' }])
    const keys = tags.map(({ id }) => String(id))
    const address = await select(client, person, 'tags', { 'keys[]': keys })

    const question = await client.get(`${address}/delete`).loginAs(person)
    question.assertTextIncludes('Delete 2 rows')
    assert.lengthOf(await Tag.query().whereIn('id', keys), 2)
    await send(client, person, `${address}/delete`, {})
    assert.lengthOf(await Tag.query().whereIn('id', keys), 0)
  })

  test('are deleted only with the password where no history keeps them', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const article = await ArticleFactory.create()
    const post = { articleId: article.id, source: 'post.md', digest: '0'.repeat(64) }
    const { id } = await ImportedPost.create(post)
    const address = await select(client, person, 'imported_posts', { 'keys[]': [String(id)] })

    const refused = await send(client, person, `${address}/delete`, { password: 'wrong' })
    refused.assertStatus(422)
    assert.isNotNull(await ImportedPost.find(id))

    const run = await send(client, person, `${address}/delete`, { password: 'password123' })
    run.assertStatus(303)
    assert.isNull(await ImportedPost.find(id))
  })

  test('need at least one row', async ({ client }) => {
    const person = await administrator()
    const answer = await send(client, person, '/admin/tags/selections', {})
    answer.assertStatus(303)
    answer.assertFlashMessage('warning', 'Tick some rows first.')
  })
})

test.group('Actions of the admin', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('ask before they run on a row, and say when they are not for it', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const { articles } = await drafts(1)
    const address = `/admin/articles/${articles[0].id}/actions/publish`

    ;(await client.get(address).loginAs(person)).assertTextIncludes('Publish')
    assert.isNull((await Article.findOrFail(articles[0].id)).publishedAt)
    const answer = await send(client, person, address, {})
    assert.equal(answer.header('location'), `/admin/articles/${articles[0].id}`)
    assert.isNotNull((await Article.findOrFail(articles[0].id)).publishedAt)

    const again = await client.get(address).loginAs(person)
    again.assertStatus(409)
    again.assertTextIncludes('only with rows of this condition: Published at is empty')
    ;(
      await client.get('/admin/articles/1/actions/none').accept('json').loginAs(person)
    ).assertStatus(404)
  })

  test('ask for numbers by those that may be chosen', async ({ client, assert, cleanup }) => {
    const { actions } = resources.get('articles')
    const step = { kind: 'integer', choices: [-5, 5] } as const
    actions.move = action({ form: { step }, run: () => {} })
    cleanup(() => void delete actions.move)

    const { articles } = await drafts(1)
    const page = await client
      .get(`/admin/articles/${articles[0].id}/actions/move`)
      .loginAs(await administrator())
    assert.match(page.text(), /value="-5"[^>]*>\s*(<span>)?-5\s*</)
  })
})
