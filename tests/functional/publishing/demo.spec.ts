import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import Article from '#app/publishing/models/article'
import Comment from '#app/publishing/models/comment'
import DemoSeeder from '#database/seeders/demo_seeder'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

const fill = () => new DemoSeeder(db.connection()).run()

test.group('The demo', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is thirty articles with tags, comments and favorites, and some drafts', async ({
    client,
    assert,
  }) => {
    await fill()

    const articles = await Article.query().preload('tags').preload('comments')
    const published = articles.filter((article) => article.isPublished)
    assert.lengthOf(published, 30)
    assert.isAbove(articles.length, published.length)
    assert.isTrue(articles.every(({ tags }) => tags.length > 0))
    assert.isAbove(published.filter(({ comments }) => comments.length > 0).length, 15)
    assert.isAbove((await db.from('favorites')).length, 60)

    const home = await client.get('/')
    home.assertTextIncludes('Ten questions before you publish')
  })

  test('has no comment from the future and none on an article that is not there', async ({
    assert,
  }) => {
    const { comments } = await import('#database/demo/comments')
    await fill()

    const slugs = await Article.query().select('slug').pojo<{ slug: string }>()
    assert.includeMembers(
      slugs.map(({ slug }) => slug),
      Object.keys(comments)
    )
    assert.lengthOf(await Comment.query().where('created_at', '>', DateTime.utc().toISO()), 0)
  })

  test('lets everybody in it sign in', async ({ assert }) => {
    await fill()

    assert.isAbove(DemoSeeder.signIns.length, 5)
    for (const { email, password } of DemoSeeder.signIns) {
      assert.isNotNull(await User.verifyCredentials(email, password))
    }
  })

  test('is not put where there is somebody already', async ({ assert }) => {
    await UserFactory.create()

    await fill()

    assert.lengthOf(await User.all(), 1)
    assert.lengthOf(await Article.all(), 0)
  })
})
