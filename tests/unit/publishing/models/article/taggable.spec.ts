import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { setTimeout as pause } from 'node:timers/promises'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { emptyTables } from '#tests/empty_tables'
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
  group.each.setup(emptyTables)

  test('are made once when many writers name the same new ones', async ({ assert }) => {
    const articles = await ArticleFactory.createMany(12)
    const names = Array.from({ length: 15 }, (_, index) => `tag ${index}`)

    await Promise.all(articles.map((article) => article.tagWith(names)))

    assert.lengthOf(await Tag.all(), 15)
    assert.sameMembers(await tagsOf(articles[3]), names)
  })

  test('do not make writers wait for each other who name them in different orders', async ({
    assert,
  }) => {
    const articles = await ArticleFactory.createMany(2)
    const third = await db.transaction()
    await Tag.named(['m'], third)

    const first = articles[0].tagWith(['z', 'm', 'a'])
    await pause(200)
    const second = articles[1].tagWith(['a', 'z'])
    await pause(200)
    await third.commit()
    await Promise.all([first, second])

    assert.deepEqual(await tagsOf(articles[0]), ['a', 'm', 'z'])
    assert.deepEqual(await tagsOf(articles[1]), ['a', 'z'])
  })
})
