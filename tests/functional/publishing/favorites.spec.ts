import env from '#start/env'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { markupOf } from './markup.ts'

const origin = () => `http://${env.get('HOST')}:${env.get('PORT')}`

test.group('Favorites', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are given and taken back, and readers stay where they are', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()
    const press = (method: string) =>
      client
        .post(`/article/${article.slug}/favorite?_method=${method}`)
        .header('referer', `${origin()}/?page=1`)
        .loginAs(reader)
        .withCsrfToken()
        .redirects(0)
    const shown = () => client.get(`/article/${article.slug}`).loginAs(reader)

    const before = await shown()
    assert.match(markupOf(before), /btn-outline-primary.*?<span>Favorite<\/span>/)

    const given = await press('POST')
    given.assertHeader('location', '/?page=1')
    const favorited = await shown()
    assert.match(markupOf(favorited), /btn-primary.*?<span>Unfavorite<\/span>/)
    favorited.assertTextIncludes('(1)')

    await press('DELETE')
    const after = await shown()
    after.assertTextIncludes('(0)')
  })

  test('never lead to another site', async ({ client }) => {
    const article = await ArticleFactory.create()

    for (const referer of ['http://evil.example/x', 'javascript:alert(1)', '//evil.example', 'x']) {
      const response = await client
        .post(`/article/${article.slug}/favorite`)
        .header('referer', referer)
        .loginAs(article.author)
        .withCsrfToken()
        .redirects(0)
      response.assertHeader('location', `/article/${article.slug}`)
    }
  })

  test('are for people who are signed in, and not for drafts of others', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    const draft = await ArticleFactory.apply('draft').create()

    const anonymous = await client
      .post(`/article/${article.slug}/favorite`)
      .withCsrfToken()
      .redirects(0)
    anonymous.assertHeader('location', '/login')

    const hidden = await client
      .post(`/article/${draft.slug}/favorite`)
      .loginAs(article.author)
      .withCsrfToken()
    hidden.assertStatus(404)
    await db.assertCount('favorites', 0)
  })
})
