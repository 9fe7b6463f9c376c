import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('Favorites', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an article is liked once, however often it is said', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()
    const url = `/api/articles/${article.slug}/favorite`

    const answers = [
      await client.post(url).withGuard('api').loginAs(reader),
      await client.post(url).withGuard('api').loginAs(reader),
      await client.delete(url).withGuard('api').loginAs(reader),
      await client.delete(url).withGuard('api').loginAs(reader),
    ]

    assert.deepEqual(
      answers.map((answer) => answer.status()),
      [200, 200, 200, 200]
    )
    assert.deepEqual(
      answers.map((answer) => {
        const { favorited, favoritesCount } = answer.body().article
        return [favorited, favoritesCount]
      }),
      [
        [true, 1],
        [true, 1],
        [false, 0],
        [false, 0],
      ]
    )
    assert.strictEqual(answers[0].body().article.body, article.body)
  })

  test('authors may like their own', async ({ client, assert }) => {
    const article = await ArticleFactory.create()

    const answer = await client
      .post(`/api/articles/${article.slug}/favorite`)
      .withGuard('api')
      .loginAs(article.author)

    answer.assertStatus(200)
    assert.isTrue(answer.body().article.favorited)
  })

  test('an unknown article is not found; a missing token comes first', async ({ client }) => {
    const user = await UserFactory.create()
    const url = '/api/articles/no-such-article/favorite'

    for (const method of ['post', 'delete'] as const) {
      const unknown = await client[method](url).withGuard('api').loginAs(user)
      unknown.assertStatus(404)
      unknown.assertBody({ errors: { article: ['not found'] } })

      const signedOut = await client[method](url)
      signedOut.assertStatus(401)
      signedOut.assertBody({ errors: { token: ['is missing'] } })
    }
  })
})
