import env from '#start/env'
import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

const typed = {
  title: 'How to prune',
  description: 'With care',
  body: 'Cut *little*.',
  tagList: 'trees, apples,, trees ',
}

async function tagsOf(article: Article) {
  await article.load('tags')
  return article.tags.map(({ name }) => name).sort()
}

test.group('The editor', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('publishes what was written and leads to it', async ({ client, assert }) => {
    const author = await UserFactory.create()

    const response = await client
      .post('/editor')
      .form({ ...typed, intent: 'publish' })
      .loginAs(author)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', '/article/how-to-prune')
    const article = await Article.findByOrFail({ slug: 'how-to-prune' })
    assert.isTrue(article.isPublished)
    assert.equal(article.authorId, author.id)
    assert.equal(article.body, typed.body)
    assert.deepEqual(await tagsOf(article), ['apples', 'trees'])
  })

  test('keeps a draft and goes on with it', async ({ client, assert }) => {
    const author = await UserFactory.create()

    const response = await client
      .post('/editor')
      .form({ ...typed, intent: 'draft' })
      .loginAs(author)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', '/editor/how-to-prune')
    const article = await Article.findByOrFail({ slug: 'how-to-prune' })
    assert.isFalse(article.isPublished)
  })

  test('publishes when no button is named, as when Enter is pressed', async ({
    client,
    assert,
  }) => {
    const author = await UserFactory.create()

    await client.post('/editor').form(typed).loginAs(author).withCsrfToken().redirects(0)

    const article = await Article.findByOrFail({ slug: 'how-to-prune' })
    assert.isTrue(article.isPublished)
  })

  test('says what is wrong beside the field, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const author = await UserFactory.create()
    const longTag = 'x'.repeat(61)

    const refused = await client
      .post('/editor')
      .form({ title: '  ', description: 'Typed "too"', body: 'Kept & <b>', tagList: longTag })
      .header('referer', `http://${env.get('HOST')}:${env.get('PORT')}/editor`)
      .loginAs(author)
      .withCsrfToken()
      .redirects(0)
    refused.assertHeader('location', '/editor')

    const form = await client
      .get('/editor')
      .loginAs(author)
      .withFlashMessages(refused.flashMessages())
    assert.match(form.text(), /class="error-messages"[\s\S]*Title can&#x27;t be blank/)
    assert.match(form.text(), /id="title-error"/)
    assert.match(form.text(), /id="tagList-error"/)
    form.assertTextIncludes('value="Typed &quot;too&quot;"')
    form.assertTextIncludes('Kept &amp; &lt;b&gt;</textarea>')
    form.assertTextIncludes(`value="${longTag}"`)
    assert.lengthOf(await Article.query(), 0)
  })

  test('refuses what is too long', async ({ client, assert }) => {
    const author = await UserFactory.create()
    const tooLong = {
      title: 'x'.repeat(256),
      description: 'x'.repeat(1_001),
      body: 'x'.repeat(200_001),
      tagList: Array.from({ length: 31 }, (_, number) => `tag ${number}`).join(),
    }

    for (const [field, value] of Object.entries(tooLong)) {
      const refused = await client
        .post('/editor')
        .form({ ...typed, [field]: value })
        .loginAs(author)
        .withCsrfToken()
      refused.assertStatus(422)
    }
    assert.lengthOf(await Article.query(), 0)
  })

  test('keeps the longest text, in any script, with plain line breaks', async ({
    client,
    assert,
  }) => {
    const author = await UserFactory.create()
    const line = '日'.repeat(99)

    const response = await client
      .post('/editor')
      .form({ ...typed, body: `${line}\r\n`.repeat(2_000) })
      .loginAs(author)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', '/article/how-to-prune')
    const { body } = await Article.findByOrFail({ slug: 'how-to-prune' })
    assert.isTrue(body === `${line}\n`.repeat(2_000))
  })

  test('shows an article as it was written', async ({ client }) => {
    const article = await ArticleFactory.merge({ body: 'Kept & <b>' }).create()
    await article.tagWith(['b', 'a'])

    const form = await client.get(`/editor/${article.slug}`).loginAs(article.author)

    form.assertStatus(200)
    form.assertTextIncludes(`value="${article.title}"`)
    form.assertTextIncludes('Kept &amp; &lt;b&gt;</textarea>')
    form.assertTextIncludes('value="a, b"')
  })

  test('changes an article, and leads to its new address', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['apples'])

    const response = await client
      .post(`/editor/${article.slug}?_method=PUT`)
      .form({ ...typed, intent: 'publish' })
      .loginAs(article.author)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', '/article/how-to-prune')
    await article.refresh()
    assert.equal(article.body, typed.body)
    assert.include(article.bodyHtml, '<em>little</em>')
    assert.deepEqual(await tagsOf(article), ['apples', 'trees'])
  })

  test('leaves a draft a draft until it is published', async ({ client, assert }) => {
    const draft = await ArticleFactory.apply('draft').create()
    const save = (intent: string) =>
      client
        .put(`/editor/${draft.slug}`)
        .form({ ...typed, title: draft.title, intent })
        .loginAs(draft.author)
        .withCsrfToken()
        .redirects(0)

    const kept = await save('draft')
    kept.assertHeader('location', `/editor/${draft.slug}`)
    await draft.refresh()
    assert.isFalse(draft.isPublished)

    const published = await save('publish')
    published.assertHeader('location', `/article/${draft.slug}`)
    await draft.refresh()
    assert.isTrue(draft.isPublished)
  })

  test('is closed to everybody but the author', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const draft = await ArticleFactory.apply('draft').create()
    const other = await UserFactory.create()

    const form = await client.get(`/editor/${article.slug}`).loginAs(other)
    form.assertStatus(403)
    const change = await client
      .put(`/editor/${article.slug}`)
      .form(typed)
      .loginAs(other)
      .withCsrfToken()
    change.assertStatus(403)
    const ofDraft = await client.get(`/editor/${draft.slug}`).loginAs(other)
    ofDraft.assertStatus(404)

    const { title } = article
    await article.refresh()
    assert.equal(article.title, title)
  })

  test('asks whoever is not signed in to do so', async ({ client }) => {
    for (const path of ['/editor', '/editor/something', '/drafts']) {
      const response = await client.get(path).redirects(0)
      response.assertHeader('location', '/login')
    }
  })
})
