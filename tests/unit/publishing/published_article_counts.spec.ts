import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { listArticles } from '#app/publishing/reading/articles'
import { ArticleFactory } from '#database/factories/article_factory'

async function known() {
  const { count } = await listArticles({}, { limit: 1, offset: 0 })
  return count
}

test.group('The number of published articles', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('follows what is written, published, withdrawn and deleted', async ({ assert }) => {
    assert.equal(await known(), 0)

    const [first, second] = await ArticleFactory.createMany(3)
    const draft = await ArticleFactory.apply('draft').create()
    assert.equal(await known(), 3)

    await draft.publish()
    assert.equal(await known(), 4)

    await draft.revise({ title: 'Another title' })
    assert.equal(await known(), 4)

    await first.withdraw()
    await second.delete()
    assert.equal(await known(), 2)
  })

  test('follows articles that go with their author, and many at once', async ({ assert }) => {
    const author = await UserFactory.create()
    await ArticleFactory.merge({ authorId: author.id }).createMany(3)
    await ArticleFactory.apply('draft').merge({ authorId: author.id }).create()
    await ArticleFactory.create()

    await author.delete()
    assert.equal(await known(), 1)

    await Article.query().update({ publishedAt: null })
    assert.equal(await known(), 0)
  })

  test('forgets what was rolled back', async ({ assert }) => {
    const author = await UserFactory.create()
    const trx = await db.transaction()
    await Article.write(author, { title: 'T', description: 'd', body: 'b', publish: true }, trx)
    await trx.rollback()

    assert.equal(await known(), 0)
  })

  test('begins anew when the table is emptied', async ({ assert }) => {
    await ArticleFactory.createMany(2)
    await db.rawQuery('truncate articles cascade')
    assert.equal(await known(), 0)

    await ArticleFactory.create()
    assert.equal(await known(), 1)
  })

  test('is counted where a list shows only some of them', async ({ assert }) => {
    const article = await ArticleFactory.create()
    await ArticleFactory.create()
    await article.tagWith(['trees'])

    const { count } = await listArticles({ tag: 'trees' }, { limit: 1, offset: 0 })
    assert.equal(count, 1)
  })
})
