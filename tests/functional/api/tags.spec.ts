import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('Tags', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('all that published articles have, each once, in alphabetical order', async ({ client }) => {
    const [one, two] = await ArticleFactory.createMany(2)
    await one.tagWith(['river', 'Stone'])
    await two.tagWith(['river', 'copper'])

    const response = await client.get('/api/tags')

    response.assertStatus(200)
    response.assertBody({ tags: ['Stone', 'copper', 'river'] })
  })

  test('those of drafts and of deleted articles are not told', async ({ client }) => {
    const draft = await ArticleFactory.apply('draft').create()
    await draft.tagWith(['secret'])
    const article = await ArticleFactory.create()
    await article.tagWith(['gone'])
    await article.delete()

    const response = await client.get('/api/tags')

    response.assertBody({ tags: [] })
  })
})
