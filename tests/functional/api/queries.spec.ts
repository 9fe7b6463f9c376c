import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

import { queriesOf } from '../queries_of.ts'

test.group('What the API asks the database', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is one statement for {$self}, however much it answers with')
    .with([
      '/api/articles',
      '/api/articles?tag=trees&author=nobody&favorited=nobody',
      '/api/articles?limit=100',
      '/api/articles/the-first',
      '/api/articles/the-first/comments',
      '/api/tags',
    ])
    .run(async ({ client, assert }, path) => {
      const first = await ArticleFactory.merge({ slug: 'the-first' }).create()
      for (const article of await ArticleFactory.createMany(25)) {
        await article.tagWith(['trees', article.slug])
        await article.favoriteBy(first.author)
        await first.comment(article.author, 'Well said.')
      }

      const queries = await queriesOf(async () => {
        const response = await client.get(path)
        response.assertStatus(200)
      })

      assert.lengthOf(queries, 1)
    })
})
