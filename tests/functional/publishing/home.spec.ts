import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiResponse } from '@japa/api-client'
import Follow from '#app/publishing/models/follow'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { markupOf, titlesIn } from './markup.ts'

/** Articles that were published one minute after the other; the last one is the newest. */
function manyArticles(count: number, authorId: number) {
  return ArticleFactory.merge(
    Array.from({ length: count }, (_, minute) => ({
      authorId,
      title: `Piece ${minute + 1}`,
      publishedAt: DateTime.utc(2026, 1, 1).plus({ minutes: minute }),
    }))
  ).createMany(count)
}

test.group('The home page', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows the ten newest articles, and the others on further pages', async ({
    client,
    assert,
  }) => {
    const { id } = await UserFactory.create()
    await manyArticles(12, id)

    const first = await client.get('/')
    const second = await client.get('/?page=2')

    assert.deepEqual(
      titlesIn(first),
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `Piece ${number}`)
    )
    assert.deepEqual(titlesIn(second), ['Piece 2', 'Piece 1'])
    first.assertTextIncludes('href="/?page=2"')
    assert.match(markupOf(second), /class="page-link" href="\/" aria-label="Page 1"/)
    assert.match(markupOf(second), /page-item active"><a class="page-link" href="\/\?page=2"/)
  })

  test('leads to a page that exists, whatever the number of the page', async ({
    client,
    assert,
  }) => {
    const { id } = await UserFactory.create()
    await manyArticles(11, id)

    for (const page of ['0', '-1', '1.5', 'x', '', '1e3', '2&page=2']) {
      const response = await client.get(`/?page=${page}`)
      response.assertStatus(200)
      assert.lengthOf(titlesIn(response), 10)
    }
    for (const page of ['3', '99999999', '999999999', '99999999999999999999']) {
      const response = await client.get(`/?page=${page}`)
      response.assertStatus(200)
      assert.include([1, 10], titlesIn(response).length)
    }
    const beyond = await client.get('/?page=99999999')
    assert.deepEqual(titlesIn(beyond), ['Piece 1'])
  })

  test('without articles it says what to do', async ({ client }) => {
    const home = await client.get('/')

    home.assertStatus(200)
    home.assertTextIncludes('No articles are here')
    home.assertTextIncludes('empty-feed-message')
  })

  test('shows no drafts, not even to their author', async ({ client, assert }) => {
    const draft = await ArticleFactory.apply('draft').create()

    for (const request of [client.get('/'), client.get('/').loginAs(draft.author)]) {
      const home = await request
      assert.notInclude(home.text(), draft.title)
    }
  })

  test('shows a new tag in its sidebar at once', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['never seen before'])

    const home = await client.get('/')

    const sidebar = home.text().split('<aside class="sidebar"')[1]
    assert.include(sidebar, 'never seen before')
    assert.include(sidebar, '/tag/never%20seen%20before')
  })

  test('names its feed in the head', async ({ client, assert }) => {
    const home = await client.get('/')

    assert.match(
      markupOf(home),
      /<link rel="alternate" type="application\/atom\+xml"[^>]*\/feed.atom/
    )
  })
})

test.group('The home page | Your Feed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows what those write whom the reader follows, and nothing else', async ({
    client,
    assert,
  }) => {
    const reader = await UserFactory.create()
    const [followed, other] = await ArticleFactory.createMany(2)
    await Follow.between(reader, followed.author).start()

    const feed = await client.get('/?feed=following').loginAs(reader)

    assert.deepEqual(titlesIn(feed), [followed.title])
    assert.notInclude(feed.text(), other.title)
    assert.match(markupOf(feed), /class="nav-link active" href="\/\?feed=following"/)
  })

  test('of somebody who follows nobody is empty and leads to the Global Feed', async ({
    client,
    assert,
  }) => {
    await ArticleFactory.create()
    const reader = await UserFactory.create()

    const feed = await client.get('/?feed=following').loginAs(reader)

    feed.assertTextIncludes('Your feed is empty')
    assert.notInclude(feed.text(), 'article-preview')
    assert.match(feed.text(), /empty-feed-message[\s\S]*?<a href="\/">/)
  })

  test('keeps the feed on its further pages', async ({ client }) => {
    const [reader, author] = await UserFactory.createMany(2)
    await Follow.between(reader, author).start()
    await manyArticles(11, author.id)

    const feed = await client.get('/?feed=following').loginAs(reader)

    feed.assertTextIncludes('href="/?feed=following&amp;page=2"')
  })

  test('asks whoever is not signed in to do so', async ({ client }) => {
    const response = await client.get('/?feed=following').redirects(0)

    response.assertHeader('location', '/login')
  })
})

test.group('The navigation bar', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('leads readers to sign in, and writers to the editor and their page', async ({
    client,
    assert,
  }) => {
    const user = await UserFactory.create()

    const signedOut = await client.get('/')
    const signedIn = await client.get('/').loginAs(user)

    const links = (page: ApiResponse) => {
      const [bar] = markupOf(page).split('</nav>')
      return Array.from(bar.matchAll(/class="nav-link[^"]*" href="([^"]*)"/g), ([, href]) => href)
    }
    assert.deepEqual(links(signedOut), ['/', '/search', '/login', '/register'])
    assert.deepEqual(links(signedIn), [
      '/',
      '/search',
      '/editor',
      '/settings',
      `/profile/${user.username}`,
    ])
    assert.match(markupOf(signedIn), /class="nav-link active" href="\/"/)
  })

  test('leads to the admin whoever may enter it, and nobody else', async ({ client, assert }) => {
    const [reader, editor] = await UserFactory.createMany(2)
    await editor.takeOnRoles('editor')
    const link = /href="\/admin"[^>]*data-turbo="false"/

    assert.match(markupOf(await client.get('/').loginAs(editor)), link)
    assert.notMatch(markupOf(await client.get('/').loginAs(reader)), link)
    assert.notMatch(markupOf(await client.get('/')), link)
  })
})
