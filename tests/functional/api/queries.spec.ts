import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import emitter from '@adonisjs/core/services/emitter'
import testUtils from '@adonisjs/core/services/test_utils'
import type { DbQueryEventNode } from '@adonisjs/lucid/types/database'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('What the API asks the database', (group) => {
  group.each.setup(async () => {
    const { config } = db.getRawConnection('pg')!
    config.debug = true
    const rollBack = await testUtils.db().wrapInGlobalTransaction()

    return async () => {
      config.debug = false
      await rollBack()
    }
  })

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

      const queries: string[] = []
      const listen = ({ sql }: DbQueryEventNode) => queries.push(sql)
      emitter.on('db:query', listen)
      const response = await client.get(path)
      emitter.off('db:query', listen)

      response.assertStatus(200)
      assert.lengthOf(queries, 1)
    })
})
