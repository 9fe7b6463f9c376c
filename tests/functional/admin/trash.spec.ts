import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

/** Somebody who holds these roles. */
async function holderOf(...roles: string[]) {
  const user = await UserFactory.create()
  await user.takeOnRoles(...roles)
  return user
}

/** The address that the button "Restore" of a page leads to. */
const restoration = (html: string) => html.match(/action="(\/admin\/[^"]+\/restore)"/)?.[1]

test.group('The trash', (group) => {
  group.each.setup(() => testUtils.db().withGlobalTransaction())

  test('gives a deleted row back with its key', async ({ client, assert }) => {
    const administrator = await holderOf('administrator')
    const tag = await Tag.create({ name: 'lighthouses' })
    await client
      .post(`/admin/tags/${tag.id}?_method=DELETE`)
      .loginAs(administrator)
      .withCsrfToken()
      .redirects(0)

    const trash = await client.get('/admin/tags/trash').loginAs(administrator)
    trash.assertStatus(200)
    trash.assertTextIncludes('lighthouses')
    await client.post(restoration(trash.text())!).loginAs(administrator).withCsrfToken()

    assert.equal((await Tag.find(tag.id))?.name, 'lighthouses')
    const emptied = await client.get('/admin/tags/trash').loginAs(administrator)
    assert.notInclude(emptied.text(), '>lighthouses<')
  })

  test('gives back what went with the row, such as comments of an article', async ({
    client,
    assert,
  }) => {
    const administrator = await holderOf('administrator')
    const article = await ArticleFactory.create()
    await article.comment(article.author, 'Well said.')
    await article.tagWith(['sea'])
    await client
      .post(`/admin/articles/${article.id}?_method=DELETE`)
      .loginAs(administrator)
      .withCsrfToken()
    assert.isNull(await Article.find(article.id))

    const trash = await client.get('/admin/articles/trash').loginAs(administrator)
    await client.post(restoration(trash.text())!).loginAs(administrator).withCsrfToken()

    const back = await Article.findOrFail(article.id)
    assert.equal(back.title, article.title)
    assert.lengthOf(await back.related('comments').query(), 1)
    assert.lengthOf(await db.from('article_tags').where('article_id', article.id), 1)
  })

  test('shows people only what they might have deleted themselves', async ({ client }) => {
    const [author, other] = [await holderOf('author'), await holderOf('author')]
    const article = await ArticleFactory.merge({ authorId: other.id, title: 'Not yours' }).create()
    await article.delete()

    const trash = await client.get('/admin/articles/trash').loginAs(author)
    trash.assertStatus(200)
    trash.assertTextIncludes('The trash is empty')
  })

  test('holds comments that were taken back, to restore', async ({ client, assert }) => {
    const editor = await holderOf('editor')
    const article = await ArticleFactory.create()
    const comment = await article.comment(article.author, 'Too hasty.')
    await comment.delete()

    const trash = await client.get('/admin/comments?trash=only').loginAs(editor)
    trash.assertTextIncludes('Too hasty.')
    const page = await client.get(`/admin/comments/${comment.id}`).loginAs(editor)
    await client.post(restoration(page.text())!).loginAs(editor).withCsrfToken()
    await comment.refresh()
    assert.isFalse(comment.isDeleted)
  })
})
