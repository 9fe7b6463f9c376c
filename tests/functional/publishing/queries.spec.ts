import { test } from '@japa/runner'
import Follow from '#app/publishing/models/follow'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { queriesOf } from '../queries_of.ts'

/**
 * So many articles, each by somebody else whom the reader follows, with tags and favorites.
 */
async function published(count: number, reader: { id: number }) {
  for (const article of await ArticleFactory.createMany(count)) {
    await article.tagWith(['trees', 'apples', article.slug])
    await article.favoriteBy(reader)
    await Follow.between(reader, article.author).start()
    await article.comment(reader, 'Well *said*.')
  }
}

test.group('The number of queries', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('of a page does not grow with what it shows', async ({ client, assert }) => {
    const reader = await UserFactory.create()
    const pages = [
      '/',
      '/?feed=following',
      '/?page=2',
      '/tag/trees',
      '/search?q=text',
      `/profile/${reader.username}/favorites`,
    ]
    const counts = async () => {
      const found: Record<string, number> = {}
      for (const page of pages) {
        const signedOut = await queriesOf(() => client.get(page).redirects(0))
        const signedIn = await queriesOf(() => client.get(page).loginAs(reader))
        found[page] = signedOut.length
        found[`${page}, signed in`] = signedIn.length
      }
      return found
    }

    await published(20, reader)
    const few = await counts()
    await published(80, reader)
    const many = await counts()

    assert.deepEqual(many, few)
    for (const [page, count] of Object.entries(many)) {
      assert.isAtMost(count, 6, page)
    }
    assert.isAtLeast(many['/'], 2)
    assert.isAbove(many['/, signed in'], many['/'])
  }).timeout(60_000)

  test('of an article does not grow with its comments', async ({ client, assert }) => {
    const reader = await UserFactory.create()
    const article = await ArticleFactory.create()
    const count = async () => {
      const queries = await queriesOf(() => client.get(`/article/${article.slug}`).loginAs(reader))
      return queries.length
    }
    await article.comment(reader, 'Well *said*.')
    const few = await count()

    for (let said = 0; said < 30; said++) await article.comment(article.author, 'Well *said*.')

    assert.equal(await count(), few)
    assert.isAtMost(few, 6)
  })
})
