import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('Favorites', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are kept once, however often somebody says so; also those of the author', async ({
    assert,
  }) => {
    const article = await ArticleFactory.create()

    await article.favoriteBy(article.author)
    await article.favoriteBy(article.author)

    assert.lengthOf(await db.from('favorites').where('article_id', article.id), 1)
  })

  test('can be taken back, also when there is nothing to take back', async ({ assert }) => {
    const [article, other] = await ArticleFactory.createMany(2)
    await article.favoriteBy(article.author)
    await other.favoriteBy(article.author)

    await article.unfavoriteBy(article.author)
    await article.unfavoriteBy(article.author)

    const left = await db.from('favorites').where('user_id', article.authorId)
    assert.deepEqual(
      left.map(({ article_id: id }) => Number(id)),
      [other.id]
    )
  })
})
