import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { HistoryEntry, operation } from '#atrium/model/main'
import { Role, Run, Selection } from '#atrium/resource/main'
import testUtils from '@adonisjs/core/services/test_utils'
import Comment from '#app/publishing/models/comment'
import type User from '#app/accounts/models/user'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator, editor } from '#tests/functional/admin/people'

/** Words that no list, row or entry is named by, as an address has them */
const ODD = ['a%00b', '%FF', '%27--', '__proto__', '99999999999999999999999999', '1~2']

async function author() {
  const user = await UserFactory.create()
  await user.takeOnRoles('author')
  return user
}

/** An answer, after which the database is as it was: one that it refused breaks the transaction. */
async function undone(request: () => PromiseLike<{ status(): number }>) {
  await db.rawQuery('savepoint attack')
  const answer = await request()
  await db.rawQuery('rollback to savepoint attack')
  return answer.status()
}

type Method = 'post' | 'put' | 'delete'

function send(client: ApiClient, person: User, method: Method, address: string, form = {}) {
  return client[method](address).form(form).withCsrfToken().redirects(0).loginAs(person)
}

test.group('Odd addresses', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are never an error of the program', async ({ client, assert }) => {
    const person = await administrator()
    const article = await ArticleFactory.create()
    const at = `/admin/articles/${article.id}`

    const broken: string[] = []
    for (const word of ODD) {
      for (const address of [
        `/admin/${word}`,
        `/admin/articles?q=${word}&cursor=${word}&view=${word}`,
        `/admin/articles?filter=author.${word}=${word}`,
        `/admin/articles?filter=id=${word}&sort=${word}`,
        `/admin/articles/facets?fields=${word}&field=${word}`,
        `/admin/articles/export?format=${word}`,
        `/admin/articles/export?format=csv&selection=${word}`,
        `/admin/articles/options/${word}?q=${word}&not=${word}`,
        `/admin/articles/import/${word}`,
        `/admin/articles/new?from=${word}`,
        `/admin/articles/new?authorId=${word}&publishedAt=${word}&tags=${word}`,
        `/admin/articles/${word}/edit`,
        `/admin/article_tags/${word}~${word}`,
        `${at}/history?before=${word}`,
        `${at}/related/comments?cursor=${word}`,
        `${at}/related/${word}`,
        `${at}/cells/${word}`,
        `/admin/selections/${word}/actions/${word}`,
        `/admin/runs/${word}/problems.csv`,
        `/admin/explain?user=${word}&resource=${word}&action=${word}&key=${word}`,
        `/admin/impersonations/new/${word}`,
      ]) {
        const status = await undone(() => client.get(address).redirects(0).loginAs(person))
        if (status >= 500) broken.push(address)
      }
    }
    assert.deepEqual(broken, [])
  }).timeout(60_000)

  test('and odd forms neither', async ({ client, assert }) => {
    const person = await administrator()
    const article = await ArticleFactory.create()
    const at = `/admin/articles/${article.id}`

    const broken: string[] = []
    for (const word of ODD) {
      const typed = word.replace('%00', '\0')
      const nested = { a: { b: typed } }
      const requests: [Method, string, object][] = [
        ['post', '/admin/views', { resource: typed, name: typed }],
        ['post', '/admin/views', { resource: 'articles', name: typed, query: { filter: typed } }],
        ['delete', `/admin/views/${word}`, {}],
        ['post', `/admin/undo/${word}`, {}],
        ['post', `${at}/history/${word}/restore`, { field: typed }],
        ['put', at, { title: typed, authorId: typed, publishedAt: typed, tags: [typed] }],
        ['put', at, { title: nested, tags: nested, authorId: [typed], _base: typed, _zone: typed }],
        ['put', `${at}/cells/title`, { title: nested, _version: typed }],
        ['post', '/admin/articles/selections', { keys: [typed] }],
        ['post', '/admin/articles/selections', { all: '1', filter: typed, q: typed }],
        ['put', '/admin/articles/settings', { order: [typed], width: nested, move: typed }],
        ['post', '/admin/previews/markdown', { text: nested }],
        ['post', `/admin/runs/${word}/cancel`, {}],
      ]
      for (const [method, address, form] of requests) {
        const status = await undone(() => send(client, person, method, address, form))
        if (status >= 500) broken.push(`${method} ${address} ${JSON.stringify(form)}`)
      }
    }
    assert.deepEqual(broken, [])
  }).timeout(60_000)

  test('and forms that are far too long neither', async ({ client, assert }) => {
    const person = await administrator()
    const keys = Array.from({ length: 40_000 }, (_, place) => `${place}~${place}`)
    const deep = '('.repeat(5_000)

    const chosen = await client
      .post('/admin/article_tags/selections')
      .json({ keys })
      .withCsrfToken()
      .redirects(0)
      .loginAs(person)
    chosen.assertStatus(303)
    assert.match(chosen.header('location')!, /selections/)

    for (const text of [deep, 'a '.repeat(2_000), '-'.repeat(5_000), '"'.repeat(3_001)]) {
      const address = `/admin/articles?${new URLSearchParams({ filter: text, q: text, sort: text })}`
      const began = performance.now()
      const answer = await client.get(address).loginAs(person)
      assert.isBelow(answer.status(), 500)
      assert.isBelow(performance.now() - began, 2_000)
    }
    for (const text of ['> '.repeat(20_000), '['.repeat(50_000), '*a '.repeat(50_000)]) {
      const began = performance.now()
      const answer = await send(client, person, 'post', '/admin/previews/markdown', { text })
      assert.isBelow(answer.status(), 500)
      assert.isBelow(performance.now() - began, 2_000, text.slice(0, 10))
    }
  }).timeout(60_000)
})

test.group('Attacks on the admin', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('do not come by more rights', async ({ client, assert }) => {
    const person = await editor()
    const { id: role } = await Role.findByOrFail('name', 'administrator')
    const forms = { roles: [String(role)], email: 'x@example.com', emailVerifiedAt: '', bio: 'new' }

    await send(client, person, 'put', `/admin/users/${person.id}`, forms)
    await send(client, person, 'put', `/admin/users/${person.id}/cells/email`, forms)
    for (const name of ['user_roles', 'roles', 'role_grants', 'api_tokens', 'users']) {
      const answer = await send(client, person, 'post', `/admin/${name}`, {
        name: 'Mine',
        userId: String(person.id),
        roleId: String(role),
      })
      answer.assertStatus(403)
    }
    const { email } = person
    await person.refresh()
    assert.deepEqual([person.email, person.bio], [email, 'new'])
    await person.load('roles')
    assert.deepEqual(
      person.roles.map(({ name }) => name),
      ['editor']
    )
  })

  test('do not reach what others chose, ran, sent or saved', async ({ client, assert }) => {
    const [owner, other] = await Promise.all([editor(), author()])
    const article = await ArticleFactory.create()
    const chosen = await send(client, owner, 'post', '/admin/articles/selections', {
      keys: [String(article.id)],
    })
    const selection = chosen.header('location')!
    const form = { _change: ['title'], title: 'Changed', step: 'run' }
    const done = await send(client, owner, 'post', `${selection}/edit`, form)
    const run = done.header('location')!
    assert.match(run, /runs/)

    const sent = await client
      .post('/admin/articles/import')
      .file('file', Buffer.from('ID,Title\r\n1,x'), { filename: 'rows.csv' })
      .withCsrfToken()
      .redirects(0)
      .loginAs(owner)
    await send(client, owner, 'post', '/admin/views', { resource: 'articles', name: 'Own' })
    const { rows } = await db.rawQuery('select id from admin_saved_views')

    const id = selection.split('/').at(-1)
    for (const address of [
      selection,
      `${selection}/edit`,
      `${selection}/delete`,
      `${selection}/actions/publish`,
      `/admin/articles/export?format=csv&selection=${id}`,
      run,
      `${run}/problems.csv`,
      sent.header('location')!,
    ]) {
      const answer = await client.get(address).loginAs(other)
      assert.equal(answer.status(), 404, address)
    }
    for (const [method, address] of [
      ['post', `${selection}/delete`],
      ['post', `${run}/cancel`],
      ['post', sent.header('location')!],
      ['put', `/admin/views/${rows[0].id}`],
      ['delete', `/admin/views/${rows[0].id}`],
    ] as [Method, string][]) {
      const answer = await send(client, other, method, address, { name: 'Taken', step: 'run' })
      assert.equal(answer.status(), 404, address)
    }
    assert.lengthOf(await Selection.all(), 1)
    assert.lengthOf(await Run.all(), 1)
    await send(client, other, 'post', `/admin/undo/${run.split('/').at(-1)}`)
    await article.refresh()
    assert.equal(article.title, 'Changed')
  })

  test('share views with everybody only as administrators', async ({ client, assert }) => {
    const [some, boss] = await Promise.all([author(), administrator()])
    const view = { resource: 'articles', name: 'For all', sharedWith: 'member', isDefault: '1' }

    await send(client, some, 'post', '/admin/views', view)
    const { rows } = await db.rawQuery('select name from admin_saved_views')
    assert.deepEqual(rows, [])
    const settings = await client.get('/admin/articles/settings').loginAs(some)
    assert.notInclude(settings.text(), 'value="member"')

    const shared = await send(client, boss, 'post', '/admin/views', view)
    assert.match(shared.header('location')!, /view=\d+/)
  })

  test('change nothing without the token of our own forms', async ({ client, assert }) => {
    const person = await administrator()
    const article = await ArticleFactory.merge({ title: 'Own' }).create()
    const at = `/admin/articles/${article.id}`

    for (const [method, address] of [
      ['put', at],
      ['delete', at],
      ['put', `${at}/cells/title`],
      ['post', `${at}/actions/publish`],
      ['post', '/admin/articles'],
      ['post', '/admin/articles/selections'],
      ['post', '/admin/undo/x'],
      ['post', '/admin/impersonations'],
    ] as [Method, string][]) {
      const form = { title: 'Taken', keys: [String(article.id)], user: '1', reason: 'none' }
      for (const request of [
        client[method](address).form(form),
        client[method](address).json(form),
      ]) {
        const answer = await request.redirects(0).loginAs(person)
        assert.oneOf(answer.status(), [302, 303, 403], `${method} ${address}`)
        assert.notMatch(answer.header('location') ?? '/', /selections|runs|articles\/\d/, address)
      }
    }
    await client
      .post('/admin/articles/import')
      .file('file', Buffer.from('Title\r\nx'), { filename: 'rows.csv' })
      .redirects(0)
      .loginAs(person)

    await article.refresh()
    assert.equal(article.title, 'Own')
    assert.lengthOf(await Selection.all(), 0)
    const { rows } = await db.rawQuery('select id from admin_imports')
    assert.deepEqual(rows, [])
  })

  test('point to no row that one may not see, and part nothing from others', async ({
    client,
    assert,
  }) => {
    const some = await author()
    const draft = await ArticleFactory.merge({ title: 'Secret plans' }).apply('draft').create()
    const form = { articleId: String(draft.id), body: 'Nice' }

    const refused = await send(client, some, 'post', '/admin/comments', form)
    refused.assertStatus(422)
    assert.notInclude(refused.text(), 'Secret plans')
    assert.lengthOf(await Comment.all(), 0)

    for (const address of [
      `/admin/comments/new?articleId=${draft.id}`,
      '/admin/comments/options/article?q=Secret',
      `/admin/articles/new?from=${draft.id}`,
      `/admin/articles/${draft.id}/delete`,
      `/admin/articles/${draft.id}/history`,
      `/admin/articles/${draft.id}/related/comments`,
      '/admin/search?q=Secret',
      '/admin/palette.json?q=Secret',
      '/admin/articles/trash',
      '/admin/articles/facets?field=title',
    ]) {
      assert.notInclude((await client.get(address).loginAs(some)).text(), 'Secret plans', address)
    }
  })

  test('undo nothing that the policy would refuse', async ({ client, assert }) => {
    const some = await author()
    const article = await ArticleFactory.merge({ authorId: some.id, title: 'Mine' }).create()
    const other = await ArticleFactory.merge({ title: 'Theirs' }).create()
    const { authorId } = other
    const told = await db.transaction(async (trx) => {
      await operation(trx, { id: 'editing' })
      await article.merge({ title: 'Edited' }).useTransaction(trx).save()
      await other.merge({ authorId: some.id }).useTransaction(trx).save()
      return 'editing'
    })

    await send(client, some, 'post', `/admin/undo/${told}`)
    await other.refresh()
    assert.notEqual(other.authorId, authorId)
    assert.equal(other.authorId, some.id)
    const entries = await HistoryEntry.query().where('tableName', 'articles').orderBy('id', 'desc')
    assert.equal(entries[0].operation?.undoes, told)
  })
})
