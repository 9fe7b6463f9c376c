import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('Comments', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stay with their article and their author', async ({ assert }) => {
    const article = await ArticleFactory.create()

    const { id } = await article.comment(article.author, 'Well said.')

    const comment = await article.findCommentOrFail(id)
    assert.equal(comment.body, 'Well said.')
    assert.equal(comment.authorId, article.authorId)
  })

  test('of another article are not found', async ({ assert }) => {
    const [article, other] = await ArticleFactory.createMany(2)
    const { id } = await other.comment(article.author, 'Well said.')

    await assert.rejects(() => article.findCommentOrFail(id), 'There is no such comment')
  })

  test('go when their article goes', async ({ assert, db }) => {
    const article = await ArticleFactory.create()
    const { id } = await article.comment(article.author, 'Well said.')

    await article.delete()

    await db.assertMissing('comments', { id })
    assert.isTrue(article.$isDeleted)
  })
})
