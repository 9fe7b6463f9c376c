import env from '#start/env'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('Atom feeds', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the feed of the site holds the latest articles with all their text', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.merge({
      title: 'Salt & <pepper>',
      body: 'Some *text* with [a link](#there).',
      publishedAt: DateTime.utc(2025, 3, 1, 12),
      updatedAt: DateTime.utc(2025, 3, 2, 12),
    }).create()
    await article.tagWith(['b & b', 'a'])

    const response = await client.get('/feed.atom')
    const feed = response.text()

    response.assertStatus(200)
    response.assertHeader('content-type', 'application/atom+xml; charset=utf-8')
    for (const part of [
      `<id>${appUrl}/feed.atom</id>`,
      `<link rel="self" type="application/atom+xml" href="${appUrl}/feed.atom"/>`,
      '<updated>2025-03-02T12:00:00.000Z</updated>',
      '<title>Salt &amp; &lt;pepper&gt;</title>',
      `<link rel="alternate" type="text/html" href="${appUrl}/article/${article.slug}"/>`,
      '<published>2025-03-01T12:00:00.000Z</published>',
      `<name>${article.author.username}</name>`,
      `<uri>${appUrl}/profile/${article.author.username}</uri>`,
      '<category term="a"/>\n    <category term="b &amp; b"/>',
      `<content type="html" xml:base="${appUrl}/article/${article.slug}">&lt;p&gt;Some &lt;em&gt;`,
    ]) {
      assert.include(feed, part)
    }
  })

  test('an entry keeps its id when a new title gives it a new address', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.create()
    const idIn = (text: string) => /<entry>\s*<id>(.*?)<\/id>/.exec(text)![1]

    const before = await client.get('/feed.atom')
    await article.revise({ title: 'Quite another title' })
    const after = await client.get('/feed.atom')

    assert.include(after.text(), '/article/quite-another-title')
    assert.strictEqual(idIn(after.text()), idIn(before.text()))
  })

  test('characters that XML cannot hold are left out', async ({ client, assert }) => {
    await ArticleFactory.merge({ title: 'Bell\u0007 and \u{1f514}' }).create()

    const response = await client.get('/feed.atom')

    assert.include(response.text(), '<title>Bell and \u{1f514}</title>')
  })

  test('drafts are in no feed; an empty feed is still a feed', async ({ client, assert }) => {
    await ArticleFactory.apply('draft').create()

    const response = await client.get('/feed.atom')

    response.assertStatus(200)
    assert.notInclude(response.text(), '<entry>')
    assert.include(response.text(), '<updated>')
  })

  test('a tag and an author have feeds of their own', async ({ client, assert }) => {
    const author = await UserFactory.create()
    const wanted = await ArticleFactory.merge({ authorId: author.id }).create()
    const other = await ArticleFactory.create()
    await wanted.tagWith(['C & C++'])

    for (const path of ['/tag/C%20%26%20C%2B%2B', `/profile/${author.username}`]) {
      const response = await client.get(`${path}/feed.atom`)

      response.assertStatus(200)
      assert.include(response.text(), `href="${appUrl}${path}/feed.atom"`)
      assert.include(response.text(), `/article/${wanted.slug}"`)
      assert.notInclude(response.text(), `/article/${other.slug}"`)
    }
  })

  test('nobody has no feed', async ({ client }) => {
    const response = await client.get('/profile/no-such-person/feed.atom')

    response.assertStatus(404)
  })

  test('a reader that has it already is told so, until something changes', async ({ client }) => {
    const article = await ArticleFactory.create()
    const first = await client.get('/feed.atom')
    const etag = first.header('etag')!

    const again = await client.get('/feed.atom').header('If-None-Match', etag)
    again.assertStatus(304)
    again.assertTextIncludes('')

    const bySince = await client
      .get('/feed.atom')
      .header('If-Modified-Since', first.header('last-modified')!)
    bySince.assertStatus(304)

    await article.revise({ title: 'Something changed' })
    const changed = await client.get('/feed.atom').header('If-None-Match', etag)
    changed.assertStatus(200)
  })

  test('anonymous readers may keep it for a minute; nobody keeps what came with a session', async ({
    client,
    assert,
  }) => {
    const anonymous = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}/feed.atom`)
    const signedIn = await client.get('/feed.atom').loginAs(await UserFactory.create())

    assert.strictEqual(anonymous.headers.get('cache-control'), 'public, max-age=60')
    signedIn.assertHeader('cache-control', 'private, no-cache')
  })
})

test.group('What search engines read', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the sitemap names the front page and all published articles', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.merge({ updatedAt: DateTime.utc(2025, 3, 2) }).create()
    const draft = await ArticleFactory.apply('draft').create()

    const response = await client.get('/sitemap.xml')

    response.assertStatus(200)
    response.assertHeader('content-type', 'application/xml; charset=utf-8')
    assert.include(
      response.text(),
      `<url><loc>${appUrl}/article/${article.slug}</loc><lastmod>2025-03-02T00:00:00.000Z</lastmod></url>`
    )
    assert.include(response.text(), `<url><loc>${appUrl}/</loc></url>`)
    assert.notInclude(response.text(), draft.slug)
  })

  test('a sitemap of more than 50,000 addresses is parted into files', async ({
    client,
    assert,
  }) => {
    const early = await ArticleFactory.merge({ id: 49_999 }).create()
    const late = await ArticleFactory.merge({ id: 50_000 }).create()

    const index = await client.get('/sitemap.xml')
    const first = await client.get('/sitemaps/1')
    const second = await client.get('/sitemaps/2')
    const third = await client.get('/sitemaps/3')

    assert.match(index.text(), /<sitemapindex/)
    assert.include(index.text(), `<loc>${appUrl}/sitemaps/1</loc>`)
    assert.include(index.text(), `<loc>${appUrl}/sitemaps/2</loc>`)
    assert.include(first.text(), `<loc>${appUrl}/</loc>`)
    assert.include(first.text(), `/article/${early.slug}<`)
    assert.notInclude(first.text(), `/article/${late.slug}<`)
    assert.include(second.text(), `/article/${late.slug}<`)
    assert.notInclude(second.text(), `<loc>${appUrl}/</loc>`)
    third.assertStatus(404)
  })

  test('robots.txt tells where the sitemap is', async ({ client }) => {
    const response = await client.get('/robots.txt')

    response.assertStatus(200)
    response.assertHeader('content-type', 'text/plain; charset=utf-8')
    response.assertTextIncludes(`Sitemap: ${appUrl}/sitemap.xml`)
    response.assertTextIncludes('Disallow: /settings')
  })
})
