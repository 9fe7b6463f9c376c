import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import { resources } from '#atrium/resource/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { Visitor, withRealSessions } from '../accounts/visitor.ts'
import { assertAtMost, queriesWithLines } from './query_budget.ts'

async function administrator() {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  const visitor = new Visitor()
  await visitor.signIn(user.email)
  return visitor
}

async function published(count: number) {
  for (const article of await ArticleFactory.createMany(count)) {
    await article.tagWith(['trees', article.slug])
    await article.comment(article.author, 'Well said.')
  }
}

test.group('The queries of a list', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are six at most, whichever resource and whatever columns', async ({ assert }) => {
    const visitor = await administrator()
    await published(12)

    for (const { name, fields } of resources.all()) {
      const order = [...fields.values()].map((field) => field.relation ?? field.name)
      const form = { '_method': 'PUT', 'order[]': order, 'shown[]': order, 'size': '10' }
      await visitor.send(`/admin/${name}/settings`, `/admin/${name}/settings?_method=PUT`, form)

      await visitor.get(`/admin/${name}`)
      let status = 0
      const queries = await queriesWithLines(async () => {
        status = (await visitor.get(`/admin/${name}`)).status
      })
      assert.equal(status, 200, name)
      assertAtMost(queries, 6, `The list of ${name}`)
    }
  }).timeout(60_000)

  test('stay as many with a filter over relations, an order and a search', async ({ assert }) => {
    const visitor = await administrator()
    await published(12)

    const address = '/admin/articles?q=e&sort=author,-publishedAt&filter=comments.body:well'
    const queries = await queriesWithLines(() => visitor.get(address))
    assertAtMost(queries, 6, 'The narrowed list')
    assert.isAtLeast(queries.length, 4)
  })

  test('tell the line of a planted query for each row', async ({ assert, cleanup }) => {
    const visitor = await administrator()
    await published(12)

    const column = Article.$getColumn('title')!
    const { consume } = column
    cleanup(() => void (column.consume = consume))
    column.consume = (title) => {
      void Article.query().where({ title }).exec()
      return title
    }

    const queries = await queriesWithLines(() => visitor.get('/admin/articles'))
    const fail = () => assertAtMost(queries, 6, 'The list')
    assert.throws(fail, /1\d × tests\/functional\/admin\/list_queries\.spec\.ts:6\d: select/)
  })
})
