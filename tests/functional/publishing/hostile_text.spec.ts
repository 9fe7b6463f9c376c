import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

const HOSTILE = `"><b class='planted' onclick="x">'`

test.group('Hostile text', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('no title, tag, name or text about an article becomes part of {$self}')
    .with(['/', '/article/hostile', '/profile/hostile', '/tag/%22%3E%3Cb', '/search?q=hostile'])
    .run(async ({ client, assert }, path) => {
      const author = await UserFactory.merge({
        username: 'hostile',
        bio: HOSTILE,
        image: `https://a.test/${HOSTILE}`,
      }).create()
      const article = await ArticleFactory.merge({
        authorId: author.id,
        slug: 'hostile',
        title: `Hostile ${HOSTILE}`,
        description: HOSTILE,
        body: HOSTILE,
      }).create()
      await article.tagWith(['"><b', "'x' onclick=y"])
      await article.comment(author, HOSTILE)

      const page = await client.get(path).loginAs(author)

      page.assertStatus(200)
      assert.notMatch(page.text(), /"><b|<b class=/)
    })
})
