import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

import { markupOf, titlesIn } from './markup.ts'

test.group('The page of a tag', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows the articles that have it, as a further tab', async ({ client, assert }) => {
    const [tagged, other] = await ArticleFactory.createMany(2)
    await tagged.tagWith(['trees'])
    await other.tagWith(['trees and more'])

    const page = await client.get('/tag/trees')

    page.assertTextIncludes(tagged.title)
    assert.notInclude(page.text(), other.title)
    assert.match(markupOf(page), /class="nav-link active" href="\/tag\/trees"/)
    assert.match(markupOf(page), /class="nav-link" href="\/"><span[^>]*>Global Feed/)
  })

  test('that nobody uses says so', async ({ client }) => {
    const page = await client.get('/tag/nothing')

    page.assertStatus(200)
    page.assertTextIncludes('No articles are here on nothing')
  })

  test('has an address whatever the tag is made of', async ({ client, assert }) => {
    const articles = await ArticleFactory.createMany(11)

    for (const tag of ['c#', '100%', 'a/b', 'ein & aus', '日本', '<b>', '?page=9', '%41']) {
      await Promise.all(articles.map((article) => article.tagWith([tag])))
      const address = `/tag/${encodeURIComponent(tag)}`

      const page = await client.get(address)
      page.assertStatus(200)
      page.assertTextIncludes(articles[10].title)
      const [, next] = page.text().match(/href="([^"]*\?page=2)"/)!
      const second = await client.get(next)
      assert.lengthOf(titlesIn(second), 1, tag)
    }
  })
})
