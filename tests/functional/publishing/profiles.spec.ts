import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { markupOf } from './markup.ts'

test.group('The page of a person', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows who they are and what they wrote', async ({ client, assert }) => {
    const author = await UserFactory.merge({ bio: 'Prunes.' }).create()
    const article = await ArticleFactory.merge({ authorId: author.id }).create()
    const draft = await ArticleFactory.apply('draft').merge({ authorId: author.id }).create()
    const other = await ArticleFactory.create()

    const page = await client.get(`/profile/${author.username}`)

    const html = markupOf(page)
    assert.match(html, new RegExp(`<h4[^>]*>${author.username}</h4>`))
    assert.lengthOf(html.match(/<h4/g)!, 1)
    assert.match(html, /class="user-info"[\s\S]*<p>Prunes\.<\/p>/)
    assert.include(html, 'default-avatar.svg')
    assert.include(html, article.title)
    assert.notInclude(html, draft.title)
    assert.notInclude(html, other.title)
  })

  test('has an empty line where there is no bio', async ({ client, assert }) => {
    const person = await UserFactory.create()

    const page = await client.get(`/profile/${person.username}`)

    assert.match(markupOf(page), /class="user-info"[\s\S]*<p><\/p>/)
  })

  test('has a tab for what they favorited', async ({ client, assert }) => {
    const [favorite, other] = await ArticleFactory.createMany(2)
    const reader = await UserFactory.create()
    await favorite.favoriteBy(reader)

    const page = await client.get(`/profile/${reader.username}/favorites`)

    page.assertTextIncludes(favorite.title)
    assert.notInclude(page.text(), other.title)
    assert.match(markupOf(page), /class="nav-link active" href="\/profile\/[^"]*\/favorites"/)
  })

  test('leads its owner to the settings and others to follow', async ({ client, assert }) => {
    const [person, reader] = await UserFactory.createMany(2)

    const own = await client.get(`/profile/${person.username}`).loginAs(person)
    const others = await client.get(`/profile/${person.username}`).loginAs(reader)

    own.assertTextIncludes('Edit Profile Settings')
    assert.notInclude(markupOf(own), `Follow ${person.username}`)
    assert.include(markupOf(others), `>Follow ${person.username}<`)
  })

  test('is found by the name in any case and with any letters', async ({ client }) => {
    await UserFactory.merge({ username: 'Jürgen & Söhne?' }).create()

    for (const name of ['Jürgen & Söhne?', 'JÜRGEN & SÖHNE?', 'jürgen & söhne?']) {
      const page = await client.get(`/profile/${encodeURIComponent(name)}`)
      page.assertStatus(200)
      page.assertTextIncludes('Jürgen &amp; Söhne?')
    }
  })

  test('of nobody is not found', async ({ client }) => {
    for (const path of ['/profile/nobody', '/profile/nobody/favorites']) {
      const page = await client.get(path)
      page.assertStatus(404)
    }
  })
})
