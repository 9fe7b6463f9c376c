import { test } from '@japa/runner'
import Follow from '#app/publishing/models/follow'
import { writingsOf } from '#app/publishing/public'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('What goes with an account', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is said in words', async ({ assert }) => {
    const [author, other] = await UserFactory.createMany(2)
    const [own] = await ArticleFactory.merge({ authorId: author.id }).createMany(2)
    const [theirs] = await ArticleFactory.merge({ authorId: other.id }).createMany(1)
    await own.comment(other, 'Well said.')
    await own.comment(author, 'Thanks.')
    await theirs.comment(author, 'Well said.')
    await theirs.favoriteBy(author)
    await Follow.between(author, other).start()
    await Follow.between(other, author).start()

    assert.deepEqual(await writingsOf(author), [
      '2 articles with the 2 comments on them',
      '1 comment on what others wrote',
      '1 favorite',
      '2 follows, yours and those of you',
    ])
  })

  test('is nothing for somebody who only ever read', async ({ assert }) => {
    const reader = await UserFactory.create()

    assert.deepEqual(await writingsOf(reader), [])
  })

  test('is an article without comments, simply', async ({ assert }) => {
    const article = await ArticleFactory.create()

    assert.deepEqual(await writingsOf(article.author), ['1 article'])
  })
})
