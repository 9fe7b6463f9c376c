import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

async function tagsOf(article: Article) {
  await article.load('tags', (tags) => tags.orderBy('name'))
  return article.tags.map(({ name }) => name)
}

test.group('The tags of an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are trimmed and named once; empty ones are dropped', async ({ assert }) => {
    const article = await ArticleFactory.create()

    await article.tagWith([' trees ', 'trees', '', '   ', 'Trees', 'apples'])

    assert.deepEqual(await tagsOf(article), ['apples', 'Trees', 'trees'].sort())
  })

  test('are shared between articles', async ({ assert }) => {
    const [first, second] = await ArticleFactory.createMany(2)

    await first.tagWith(['trees', 'apples'])
    await second.tagWith(['trees'])

    assert.lengthOf(await Tag.query().where('name', 'trees'), 1)
    assert.deepEqual(await tagsOf(second), ['trees'])
  })

  test('are found for many articles at once', async ({ assert }) => {
    const articles = await ArticleFactory.createMany(2)
    await articles[0].tagWith(['trees'])
    await articles[1].tagWith(['trees', 'apples'])

    const found = await Article.query().preload('tags').orderBy('id')

    assert.deepEqual(
      found.map(({ tags }) => tags.map(({ name }) => name).sort()),
      [['trees'], ['apples', 'trees']]
    )
  })

  test('a missing list keeps them, another replaces them, an empty one removes them', async ({
    assert,
  }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['trees', 'apples'])

    await article.revise({ title: 'Other title' })
    assert.deepEqual(await tagsOf(article), ['apples', 'trees'])

    await article.revise({ tagList: ['pears', 'trees'] })
    assert.deepEqual(await tagsOf(article), ['pears', 'trees'])

    await article.revise({ tagList: [] })
    assert.deepEqual(await tagsOf(article), [])
  })
})

test.group('The tags of an article | at the same moment', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('writers who name the same new tags in any order do not meet', async ({ assert }) => {
    const articles = await ArticleFactory.createMany(12)
    const names = Array.from({ length: 15 }, (_, index) => `tag ${index}`)

    await Promise.all(
      articles.map((article, index) => article.tagWith(index % 2 ? names : names.toReversed()))
    )

    assert.lengthOf(await Tag.all(), 15)
    assert.sameMembers(await tagsOf(articles[3]), names)
  })
})
