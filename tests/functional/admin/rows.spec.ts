import { test } from '@japa/runner'
import { HistoryEntry } from '#atrium/model/main'
import Tag from '#app/publishing/models/tag'
import Comment from '#app/publishing/models/comment'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'
import { CommentFactory } from '#database/factories/comment_factory'

import { openForm } from './open_form.ts'
import { administrator } from './administrator.ts'
import { Visitor, withRealSessions } from '../accounts/visitor.ts'

test.group('The page of a row', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows its fields, and what belongs to it in panels of their own', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.merge({ body: 'Some **bold** text' }).create()
    await CommentFactory.merge({ articleId: article.id, authorId: article.authorId }).create()
    await article.load('author')

    const { status, text } = await visitor.get(`/admin/articles/${article.id}`)
    assert.equal(status, 200)
    assert.include(text, article.title)
    assert.include(text, article.author.username)
    assert.include(text, '<strong>bold</strong>')
    assert.include(text, `src="/admin/articles/${article.id}/related/comments"`)

    const panel = await visitor.get(`/admin/articles/${article.id}/related/comments`)
    assert.include(panel.text, 'Well said.')
    assert.include(panel.text, '<turbo-frame id="related-comments"')
  })

  test('shows which fields its resource names, laid out like the form', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.create()

    const { text } = await visitor.get(`/admin/articles/${article.id}`)
    const facts = text.slice(text.indexOf('row-facts'), text.indexOf('row-panels'))
    const names = [...facts.matchAll(/<h2 id="facts-\d">([^<]+)<|<dt>\s*([^<]+?)\s*</g)]
    assert.deepEqual(
      names.map(([, section, field]) => section ?? field),
      [
        ...['Text', 'Title', 'Description', 'Body'],
        ...['Publication', 'Slug', 'Author', 'Published at'],
        ...['Record', 'ID', 'Created at', 'Updated at'],
      ]
    )
  })

  test('offers only what may be done with it', async ({ assert }) => {
    const editor = await UserFactory.create()
    await editor.takeOnRoles('editor')
    const visitor = new Visitor()
    await visitor.signIn(editor.email)
    const article = await ArticleFactory.create()

    const { text } = await visitor.get(`/admin/articles/${article.id}`)
    assert.include(text, `/admin/articles/${article.id}/edit"`)
    assert.notInclude(text, `/admin/articles/${article.id}/delete"`)
    assert.equal((await visitor.get(`/admin/articles/${article.id}/delete`)).status, 403)
  })

  test('that is not there leads to the list, and on as far as there is one', async ({ assert }) => {
    const { visitor } = await administrator()
    const main = async (address: string) => {
      const { status, text } = await visitor.get(address)
      assert.equal(status, 404)
      return text.slice(text.indexOf('<main'))
    }

    assert.match(await main('/admin/articles/987654'), /href="\/admin\/articles"\s*>\s*Articles/)
    assert.notInclude(await main('/admin/nothing/1'), 'href="/admin/nothing')
  })

  test('names itself in the path above rows that belong to it', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.create()
    const { text } = await visitor.get(`/admin/articles/${article.id}/related/comments`)

    assert.include(text, `<a href="/admin/articles/${article.id}">${article.title}</a>`)
  })
})

test.group('Rows to choose from', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('come as JSON for scripts, and as a page without', async ({ assert, client }) => {
    const user = await UserFactory.create()
    await user.takeOnRoles('administrator')
    await UserFactory.apply('passwordless').merge({ username: 'grace' }).create()
    const ask = (type: string) =>
      client.get('/admin/articles/options/author?q=grac').accept(type).loginAs(user)

    const json = await ask('json')
    assert.equal(json.body().options[0].title, 'grace')
    const page = await ask('html')
    page.assertTextIncludes('grace')
  })
})

test.group('Deleting a row', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows what goes with it, deletes it, and can be undone', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.create()
    await article.tagWith(['trees'])
    await CommentFactory.merge({ articleId: article.id, authorId: article.authorId }).createMany(2)
    const path = `/admin/articles/${article.id}`

    const preview = await visitor.get(`${path}/delete`)
    assert.equal(preview.status, 200)
    assert.include(preview.text, 'Comments: 2 deleted too')

    const [, version] = /name="_version" value="(\w+)"/.exec(preview.text)!
    const fields = { _version: version, _reason: 'Asked by mail' }
    const deleted = await visitor.send(`${path}/delete`, `${path}?_method=DELETE`, fields)
    assert.equal(deleted.location, '/admin/articles')
    assert.isNull(await Article.find(article.id))

    const list = await visitor.get('/admin/articles')
    const [undo] = /\/admin\/undo\/[\w-]+/.exec(list.text)!
    await visitor.send('/admin/articles', undo)
    const back = await Article.findOrFail(article.id)
    assert.equal(back.title, article.title)
    assert.lengthOf(await Comment.query().where('articleId', article.id), 2)
  })

  test('keeps a thousand characters of the reason', async ({ assert }) => {
    const { visitor } = await administrator()
    const tag = await Tag.create({ name: 'trees' })
    const path = `/admin/tags/${tag.id}`

    await visitor.send(`${path}/delete`, `${path}?_method=DELETE`, { _reason: 'x'.repeat(1_500) })
    const { operation } = await HistoryEntry.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(operation?.reason, 'x'.repeat(1_000))
  })

  test('deletes nothing that was changed since it was looked at', async ({ assert }) => {
    const { visitor } = await administrator()
    const tag = await Tag.create({ name: 'trees' })
    const path = `/admin/tags/${tag.id}`

    const refused = await visitor.send(`${path}/delete`, `${path}?_method=DELETE`, {
      _version: '1',
    })
    assert.equal(refused.status, 422)
    assert.isNotNull(await Tag.find(tag.id))
  })
})

test.group('The history of a row', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says who changed what and why, and takes a field back', async ({ assert }) => {
    const { visitor, user } = await administrator()
    const article = await ArticleFactory.merge({ title: 'Old title' }).create()
    const path = `/admin/articles/${article.id}`
    await (
      await openForm(visitor, `${path}/edit`)
    ).send({
      title: 'New title',
      _reason: 'A ticket',
    })

    const { text } = await visitor.get(`${path}/history`)
    for (const shown of [user.username, 'A ticket', 'Old title', 'New title', 'in the admin']) {
      assert.include(text, shown)
    }

    const [restore] = /\/admin\/articles\/\d+\/history\/\d+\/restore/.exec(text)!
    const restored = await visitor.send(`${path}/history`, restore, { field: 'title' })
    assert.equal(restored.location, path)
    await article.refresh()
    assert.equal(article.title, 'Old title')
  })

  test('shows long texts line by line', async ({ assert }) => {
    const { visitor } = await administrator()
    const body = Array.from({ length: 30 }, (_, line) => `Line ${line}`).join('\n')
    const article = await ArticleFactory.merge({ body }).create()
    const path = `/admin/articles/${article.id}`
    const form = await openForm(visitor, `${path}/edit`)
    await form.send({ body: body.replace('Line 15', 'Line fifteen') })

    const { text } = await visitor.get(`${path}/history`)
    assert.include(text, '<ins>Line fifteen</ins>')
    assert.include(text, '<del>Line 15</del>')
    assert.match(text, /diff-gap/)
  })

  test('brings a deleted row back', async ({ assert }) => {
    const { visitor } = await administrator()
    const tag = await Tag.create({ name: 'trees' })
    const path = `/admin/tags/${tag.id}`
    await visitor.send(`${path}/delete`, `${path}?_method=DELETE`)
    assert.isNull(await Tag.find(tag.id))

    const { text } = await visitor.get(`${path}/history`)
    const [restore] = /\/admin\/tags\/\d+\/history\/\d+\/restore/.exec(text)!
    await visitor.send(`${path}/history`, restore)
    assert.equal((await Tag.findOrFail(tag.id)).name, 'trees')
  })
})
