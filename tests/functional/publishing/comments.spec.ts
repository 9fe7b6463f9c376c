import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'
import { CommentFactory } from '#database/factories/comment_factory'

test.group('Comments', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stand under the article at once', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()

    const response = await client
      .post(`/article/${article.slug}/comments`)
      .form({ body: '  I *agree*.\n' })
      .loginAs(reader)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', `/article/${article.slug}`)
    await db.assertHas('comments', { article_id: article.id, author_id: reader.id })
    const page = await client.get(`/article/${article.slug}`)
    page.assertTextIncludes('I <em>agree</em>.')
    page.assertTextIncludes(`href="/profile/${reader.username}"`)
  })

  test('that say nothing, or too much, are refused', async ({ client, db }) => {
    const article = await ArticleFactory.create()

    for (const body of ['', '   ', 'x'.repeat(10_001)]) {
      const response = await client
        .post(`/article/${article.slug}/comments`)
        .form({ body })
        .loginAs(article.author)
        .withCsrfToken()
      response.assertStatus(422)
    }

    await db.assertMissing('comments', { article_id: article.id })
  })

  test('can be taken away by those who wrote them, and only by them', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    const [reader, other] = await UserFactory.createMany(2)
    const { id } = await article.comment(reader, 'Well said.')
    const address = `/article/${article.slug}/comments/${id}`

    for (const somebody of [other, article.author]) {
      const refused = await client.delete(address).loginAs(somebody).withCsrfToken()
      refused.assertStatus(403)
    }
    await db.assertHas('comments', { id })

    const response = await client
      .post(`${address}?_method=DELETE`)
      .loginAs(reader)
      .withCsrfToken()
      .redirects(0)
    response.assertHeader('location', `/article/${article.slug}`)
    await db.assertMissing('comments', { id, deleted_at: null })
  })

  test('offer their author, and nobody else, to take them away', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()
    await article.comment(reader, 'Well said.')

    const own = await client.get(`/article/${article.slug}`).loginAs(reader)
    const others = await client.get(`/article/${article.slug}`).loginAs(article.author)

    assert.match(own.text(), /mod-options[\s\S]*ion-trash-a/)
    assert.notInclude(others.text(), 'ion-trash-a')
  })

  test('fill further pages when there are many, the latest first', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await CommentFactory.merge(
      Array.from({ length: 51 }, (_, number) => ({
        articleId: article.id,
        authorId: article.authorId,
        body: `Remark ${number + 1}.`,
      }))
    ).createMany(51)

    const first = await client.get(`/article/${article.slug}`)
    const second = await client.get(`/article/${article.slug}?page=2`)

    first.assertTextIncludes('Comments (51)')
    first.assertTextIncludes(`href="/article/${article.slug}?page=2#comments"`)
    assert.lengthOf(first.text().match(/Remark \d+\./g)!, 50)
    assert.deepEqual(second.text().match(/Remark \d+\./g), ['Remark 1.'])
  })

  test('are not found under another article, nor by an address that is no id', async ({
    client,
  }) => {
    const [article, other] = await ArticleFactory.createMany(2)
    const { id } = await other.comment(article.author, 'Well said.')

    for (const wrong of [id, 'x', '0', '-1', '99999999999999999999', '%00']) {
      const response = await client
        .delete(`/article/${article.slug}/comments/${wrong}`)
        .loginAs(article.author)
        .withCsrfToken()
      response.assertStatus(404)
    }
  })

  test('are for people who are signed in', async ({ client, db }) => {
    const article = await ArticleFactory.create()

    const response = await client
      .post(`/article/${article.slug}/comments`)
      .form({ body: 'Well said.' })
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', '/login')
    await db.assertMissing('comments', { article_id: article.id })
  })
})
