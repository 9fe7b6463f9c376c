import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { markupOf } from './markup.ts'

test.group('The page of an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows what it says, who wrote it, its tags and what people said', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.merge({ body: '## Part\n\nSome *words*.' }).create()
    const reader = await UserFactory.create()
    await article.tagWith(['b', 'a'])
    await article.comment(reader, 'I **agree**.')

    const page = await client.get(`/article/${article.slug}`)

    page.assertStatus(200)
    const html = markupOf(page)
    assert.lengthOf(html.match(/<h1[ >]/g)!, 1)
    assert.include(html, `<h1>${article.title}</h1>`)
    page.assertTextIncludes('Some <em>words</em>.')
    assert.include(html, `href="/profile/${article.author.username}"`)
    assert.lengthOf(html.match(/class="tag-list/g)!, 1)
    assert.isBelow(html.indexOf('href="/tag/a"'), html.indexOf('href="/tag/b"'))
    page.assertTextIncludes('I <strong>agree</strong>.')
    assert.include(html, 'comment-author-img')
  })

  test('says to programs what it is', async ({ client, assert }) => {
    const publishedAt = DateTime.utc(2026, 3, 4, 5, 6, 7)
    const article = await ArticleFactory.merge({ title: 'A "title" & more', publishedAt }).create()

    const page = await client.get(`/article/${article.slug}`)

    const [head] = markupOf(page).split('</head>')
    const metas = Object.fromEntries(
      Array.from(
        head.matchAll(/<meta (?:property|name)="([^"]*)" content="([^"]*)"/g),
        ([, name, content]) => [name, content]
      )
    )
    assert.containsSubset(metas, {
      'og:type': 'article',
      'og:title': 'A &quot;title&quot; &amp; more',
      'og:description': article.description,
      'description': article.description,
      'article:published_time': '2026-03-04T05:06:07.000Z',
    })
    assert.match(metas['og:url'], new RegExp(`^http.*/article/${article.slug}$`))
    assert.match(head, new RegExp(`<link rel="canonical" href="http[^"]*/article/${article.slug}"`))
    assert.match(head, /<link rel="alternate" type="application\/atom\+xml"/)
  })

  test('offers its author to change it, and others to favorite it', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()
    const address = `/article/${article.slug}`

    const own = await client.get(address).loginAs(article.author)
    const others = await client.get(address).loginAs(reader)

    own.assertTextIncludes('Edit Article')
    own.assertTextIncludes('Delete Article')
    assert.notInclude(others.text(), 'Delete Article')
    assert.include(markupOf(others), `>Follow ${article.author.username}<`)
    others.assertTextIncludes('Favorite')
    others.assertTextIncludes('placeholder="Write a comment..."')
  })

  test('signed out, only the navigation bar leads to exactly /login', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.create()

    const page = await client.get(`/article/${article.slug}`)

    assert.lengthOf(page.text().match(/href="\/login"/g)!, 1)
    page.assertTextIncludes(`href="/login?return=%2Farticle%2F${article.slug}"`)
    assert.notInclude(page.text(), 'placeholder="Write a comment..."')
  })

  test('of a draft is there for its author and for nobody else', async ({ client }) => {
    const draft = await ArticleFactory.apply('draft').create()
    const other = await UserFactory.create()
    const address = `/article/${draft.slug}`

    const own = await client.get(address).loginAs(draft.author)
    own.assertStatus(200)
    own.assertTextIncludes('This is a draft')
    own.assertTextIncludes('<meta name="robots" content="noindex" />')

    const others = await client.get(address).loginAs(other)
    others.assertStatus(404)
    const nobodys = await client.get(address)
    nobodys.assertStatus(404)
  })

  test('that does not exist is not found', async ({ client }) => {
    const page = await client.get('/article/no-such-article')

    page.assertStatus(404)
  })
})

test.group('Deleting an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes it away with its comments and leads to the home page', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    await article.comment(article.author, 'Well said.')

    const response = await client
      .post(`/article/${article.slug}?_method=DELETE`)
      .loginAs(article.author)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', '/')
    await db.assertMissing('articles', { id: article.id })
    await db.assertMissing('comments', { article_id: article.id })
  })

  test('is for its author only', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    const other = await UserFactory.create()
    const address = `/article/${article.slug}`

    const byOther = await client.delete(address).loginAs(other).withCsrfToken()
    byOther.assertStatus(403)

    const byNobody = await client.delete(address).withCsrfToken().redirects(0)
    byNobody.assertHeader('location', '/login')

    await db.assertHas('articles', { id: article.id })
  })
})
