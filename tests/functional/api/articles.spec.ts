import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

const SUMMARY = [
  'slug',
  'title',
  'description',
  'tagList',
  'createdAt',
  'updatedAt',
  'favorited',
  'favoritesCount',
  'author',
]
const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const slugsIn = (response: { body(): any }) =>
  response.body().articles.map(({ slug }: { slug: string }) => slug)

test.group('Listing articles', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('nothing written gives an empty list', async ({ client }) => {
    const response = await client.get('/api/articles')

    response.assertStatus(200)
    response.assertBody({ articles: [], articlesCount: 0 })
  })

  test('items have exactly the fields of the contract, and no body', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['zeal', 'Ada', 'code'])

    const response = await client.get('/api/articles')
    const [item] = response.body().articles

    response.assertStatus(200)
    response.assertHeader('content-type', 'application/json; charset=utf-8')
    assert.sameMembers(Object.keys(item), SUMMARY)
    assert.deepEqual(item.tagList, ['Ada', 'code', 'zeal'])
    assert.match(item.createdAt, ISO_UTC)
    assert.match(item.updatedAt, ISO_UTC)
    assert.isFalse(item.favorited)
    assert.strictEqual(item.favoritesCount, 0)
    assert.deepEqual(item.author, {
      username: article.author.username,
      bio: null,
      image: null,
      following: false,
    })
  })

  test('the newest come first, drafts not at all, and all are counted', async ({
    client,
    assert,
  }) => {
    const author = await UserFactory.create()
    for (const day of [2, 3, 1]) {
      await Article.write(author, {
        title: `Day ${day}`,
        description: 'd',
        body: 'b',
        publish: true,
        writtenAt: DateTime.utc(2025, 1, day),
      })
    }
    await ArticleFactory.apply('draft').merge({ authorId: author.id }).create()

    const response = await client.get('/api/articles').withGuard('api').loginAs(author)

    assert.deepEqual(slugsIn(response), ['day-3', 'day-2', 'day-1'])
    assert.strictEqual(response.body().articlesCount, 3)
  })

  test('20 are shown unless asked otherwise; parts never overlap', async ({ client, assert }) => {
    const author = await UserFactory.create()
    await ArticleFactory.merge({
      authorId: author.id,
      publishedAt: DateTime.utc(2025, 1, 1),
    }).createMany(25)

    const first = await client.get('/api/articles')
    const second = await client.get('/api/articles').qs({ offset: 20 })
    const third = await client.get('/api/articles').qs({ limit: 3, offset: 1 })
    const beyond = await client.get('/api/articles').qs({ offset: 100 })

    assert.lengthOf(slugsIn(first), 20)
    assert.lengthOf(slugsIn(second), 5)
    assert.lengthOf(new Set([...slugsIn(first), ...slugsIn(second)]), 25)
    assert.deepEqual(slugsIn(third), slugsIn(first).slice(1, 4))
    beyond.assertBody({ articles: [], articlesCount: 25 })
  })

  test('filters by tag, author and favorites, also together', async ({ client, assert }) => {
    const [ada, bob] = await UserFactory.createMany(2)
    const one = await ArticleFactory.merge({ authorId: ada.id }).create()
    const two = await ArticleFactory.merge({ authorId: bob.id }).create()
    const three = await ArticleFactory.merge({ authorId: bob.id }).create()
    await one.tagWith(['river'])
    await two.tagWith(['river', 'stone'])
    await two.favoriteBy(ada)
    await three.favoriteBy(ada)

    const list = async (query: Record<string, string>) => {
      const response = await client.get('/api/articles').qs(query)
      assert.strictEqual(response.body().articlesCount, response.body().articles.length)
      return slugsIn(response)
    }

    assert.sameMembers(await list({ tag: 'river' }), [one.slug, two.slug])
    assert.sameMembers(await list({ author: bob.username }), [two.slug, three.slug])
    assert.sameMembers(await list({ author: bob.username.toUpperCase() }), [two.slug, three.slug])
    assert.sameMembers(await list({ favorited: ada.username }), [two.slug, three.slug])
    assert.sameMembers(
      await list({ favorited: ada.username, tag: 'stone', author: bob.username }),
      [two.slug]
    )
    assert.isEmpty(await list({ tag: 'nothing' }))
    assert.isEmpty(await list({ author: 'nobody' }))
    assert.isEmpty(await list({ favorited: 'nobody' }))
    assert.lengthOf(await list({ unknown: 'field' }), 3)
  })

  test('says what the reader likes and whom they follow', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const [reader, other, stranger] = await UserFactory.createMany(3)
    await article.favoriteBy(reader)
    await article.favoriteBy(other)
    await client
      .post(`/api/profiles/${article.author.username}/follow`)
      .withGuard('api')
      .loginAs(reader)

    const seenBy = async (user?: typeof reader) => {
      const request = client.get('/api/articles')
      const response = await (user ? request.withGuard('api').loginAs(user) : request)
      const [{ favorited, favoritesCount, author }] = response.body().articles
      return { favorited, favoritesCount, following: author.following }
    }

    assert.deepEqual(await seenBy(reader), {
      favorited: true,
      favoritesCount: 2,
      following: true,
    })
    assert.deepEqual(await seenBy(other), {
      favorited: true,
      favoritesCount: 2,
      following: false,
    })
    const nothing = { favorited: false, favoritesCount: 2, following: false }
    assert.deepEqual(await seenBy(stranger), nothing)
    assert.deepEqual(await seenBy(), nothing)
  })

  test('refuses {parameter}={value}')
    .with([
      { parameter: 'limit', value: '0' },
      { parameter: 'limit', value: '-1' },
      { parameter: 'limit', value: '1001' },
      { parameter: 'limit', value: 'many' },
      { parameter: 'limit', value: '1.5' },
      { parameter: 'limit', value: '' },
      { parameter: 'offset', value: '-1' },
      { parameter: 'offset', value: '99999999999' },
      { parameter: 'offset', value: 'x' },
    ])
    .run(async ({ client, assert }, { parameter, value }) => {
      const response = await client.get('/api/articles').qs({ [parameter]: value })

      response.assertStatus(422)
      assert.sameMembers(Object.keys(response.body().errors), [parameter])
    })
})

test.group('The feed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('holds the articles of those whom the reader follows', async ({ client, assert }) => {
    const [reader, followed, stranger] = await UserFactory.createMany(3)
    const wanted = await ArticleFactory.merge({ authorId: followed.id }).createMany(2)
    await ArticleFactory.merge({ authorId: stranger.id }).create()
    await ArticleFactory.merge({ authorId: followed.id }).apply('draft').create()
    await client.post(`/api/profiles/${followed.username}/follow`).withGuard('api').loginAs(reader)

    const feed = await client.get('/api/articles/feed').withGuard('api').loginAs(reader)
    const part = await client
      .get('/api/articles/feed')
      .qs({ limit: 1, offset: 1 })
      .withGuard('api')
      .loginAs(reader)

    feed.assertStatus(200)
    assert.deepEqual(slugsIn(feed), [wanted[1].slug, wanted[0].slug])
    assert.strictEqual(feed.body().articlesCount, 2)
    assert.sameMembers(Object.keys(feed.body().articles[0]), SUMMARY)
    assert.isTrue(feed.body().articles[0].author.following)
    assert.deepEqual(slugsIn(part), [wanted[0].slug])
    assert.strictEqual(part.body().articlesCount, 2)
  })

  test('is empty for those who follow nobody', async ({ client }) => {
    await ArticleFactory.create()

    const feed = await client
      .get('/api/articles/feed')
      .withGuard('api')
      .loginAs(await UserFactory.create())

    feed.assertBody({ articles: [], articlesCount: 0 })
  })

  test('takes a token and refuses a bad limit', async ({ client }) => {
    const signedOut = await client.get('/api/articles/feed')
    const bad = await client
      .get('/api/articles/feed')
      .qs({ limit: 0 })
      .withGuard('api')
      .loginAs(await UserFactory.create())

    signedOut.assertStatus(401)
    signedOut.assertBody({ errors: { token: ['is missing'] } })
    bad.assertStatus(422)
  })
})

test.group('Reading an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('gives all of it', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['b', 'a'])

    const response = await client.get(`/api/articles/${article.slug}`)
    const answer = response.body().article

    response.assertStatus(200)
    assert.sameMembers(Object.keys(answer), [...SUMMARY, 'body'])
    assert.strictEqual(answer.body, article.body)
    assert.deepEqual(answer.tagList, ['a', 'b'])
    assert.match(answer.createdAt, ISO_UTC)
  })

  test('an unknown one is not found', async ({ client }) => {
    const response = await client.get('/api/articles/no-such-article')

    response.assertStatus(404)
    response.assertBody({ errors: { article: ['not found'] } })
  })

  test('a draft is there for its author only', async ({ client }) => {
    const draft = await ArticleFactory.apply('draft').create()
    const stranger = await UserFactory.create()
    const url = `/api/articles/${draft.slug}`

    const signedOut = await client.get(url)
    const other = await client.get(url).withGuard('api').loginAs(stranger)
    const own = await client.get(url).withGuard('api').loginAs(draft.author)

    signedOut.assertStatus(404)
    other.assertStatus(404)
    own.assertStatus(200)
  })
})

test.group('Writing an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const content = { title: 'How to train', description: 'Ever wonder how?', body: 'Very **well**.' }

  test('answers 201 with what everybody can read at once', async ({ client, assert }) => {
    const author = await UserFactory.create()

    const response = await client
      .post('/api/articles')
      .json({ article: { ...content, tagList: ['training', 'dragons', 'training'], extra: 1 } })
      .withGuard('api')
      .loginAs(author)
    const { article } = response.body()

    response.assertStatus(201)
    assert.sameMembers(Object.keys(article), [...SUMMARY, 'body'])
    assert.containsSubset(article, {
      ...content,
      slug: 'how-to-train',
      tagList: ['dragons', 'training'],
      favorited: false,
      favoritesCount: 0,
      author: { username: author.username, bio: null, image: null, following: false },
    })
    assert.match(article.createdAt, ISO_UTC)

    const shown = await client.get('/api/articles/how-to-train')
    shown.assertBody(response.body())
  })

  test('two articles may share a title; their slugs differ', async ({ client, assert }) => {
    const author = await UserFactory.create()
    const write = () =>
      client.post('/api/articles').json({ article: content }).withGuard('api').loginAs(author)

    const [first, second] = [await write(), await write()]

    second.assertStatus(201)
    assert.strictEqual(second.body().article.title, first.body().article.title)
    assert.notEqual(second.body().article.slug, first.body().article.slug)
    assert.deepEqual(second.body().article.tagList, [])
  })

  test('no title takes the address of the feed', async ({ client, assert }) => {
    const response = await client
      .post('/api/articles')
      .json({ article: { ...content, title: 'Feed' } })
      .withGuard('api')
      .loginAs(await UserFactory.create())

    assert.notEqual(response.body().article.slug, 'feed')
  })

  test('refuses {field} {state}')
    .with([
      { field: 'title', state: 'blank', value: '', message: "can't be blank" },
      { field: 'title', state: 'of space', value: '   ', message: "can't be blank" },
      { field: 'title', state: 'missing', value: undefined, message: "can't be blank" },
      { field: 'title', state: 'null', value: null, message: "can't be blank" },
      { field: 'description', state: 'blank', value: '', message: "can't be blank" },
      { field: 'description', state: 'missing', value: undefined, message: "can't be blank" },
      { field: 'body', state: 'blank', value: '', message: "can't be blank" },
      { field: 'body', state: 'of space', value: ' \n ', message: "can't be blank" },
      { field: 'body', state: 'missing', value: undefined, message: "can't be blank" },
      { field: 'body', state: 'that is a number', value: 7, message: 'must be text' },
      { field: 'tagList', state: 'null', value: null, message: "can't be blank" },
      { field: 'tagList', state: 'that is text', value: 'a, b', message: 'must be a list' },
      {
        field: 'title',
        state: 'too long',
        value: 'x'.repeat(256),
        message: 'is too long (maximum is 255 characters)',
      },
      {
        field: 'title',
        state: 'with NUL',
        value: 'a\0b',
        message: 'holds characters that cannot be stored',
      },
    ])
    .run(async ({ client }, { field, value, message }) => {
      const response = await client
        .post('/api/articles')
        .json({ article: { ...content, [field]: value } })
        .withGuard('api')
        .loginAs(await UserFactory.create())

      response.assertStatus(422)
      response.assertBody({ errors: { [field]: [message] } })
    })

  test('refuses a request without an article', async ({ client, assert }) => {
    const author = await UserFactory.create()

    for (const body of [{}, { article: null }, { article: [] }, { article: 'text' }]) {
      const response = await client
        .post('/api/articles')
        .json(body)
        .withGuard('api')
        .loginAs(author)

      response.assertStatus(422)
      assert.sameMembers(Object.keys(response.body().errors), ['article'])
    }
  })

  test('takes a token', async ({ client, db }) => {
    const response = await client.post('/api/articles').json({ article: content })

    response.assertStatus(401)
    response.assertBody({ errors: { token: ['is missing'] } })
    await db.assertCount('articles', 0)
  })
})

test.group('Changing an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a new title gives a new slug; the rest stays', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['kept'])
    const shown = await client.get(`/api/articles/${article.slug}`)
    const before = shown.body().article

    const response = await client
      .put(`/api/articles/${article.slug}`)
      .json({ article: { title: 'Another title' } })
      .withGuard('api')
      .loginAs(article.author)
    const after = response.body().article

    response.assertStatus(200)
    assert.containsSubset(after, {
      slug: 'another-title',
      title: 'Another title',
      description: before.description,
      body: before.body,
      tagList: ['kept'],
      createdAt: before.createdAt,
    })
    const old = await client.get(`/api/articles/${article.slug}`)
    old.assertStatus(404)
  })

  test('updatedAt changes with every update, createdAt never', async ({ client, assert }) => {
    const article = await ArticleFactory.merge({
      createdAt: DateTime.utc(2025, 1, 1),
      updatedAt: DateTime.utc(2025, 1, 1),
    }).create()

    const response = await client
      .put(`/api/articles/${article.slug}`)
      .json({ article: { body: article.body } })
      .withGuard('api')
      .loginAs(article.author)

    const { createdAt, updatedAt, slug } = response.body().article
    assert.strictEqual(createdAt, '2025-01-01T00:00:00.000Z')
    assert.isAbove(Date.parse(updatedAt), Date.parse('2025-01-01'))
    assert.strictEqual(slug, article.slug)
  })

  test('[] removes all tags, null is refused', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    await article.tagWith(['a', 'b'])
    const update = (changes: object) =>
      client
        .put(`/api/articles/${article.slug}`)
        .json({ article: changes })
        .withGuard('api')
        .loginAs(article.author)

    const refused = await update({ tagList: null })
    refused.assertStatus(422)
    refused.assertBody({ errors: { tagList: ["can't be blank"] } })

    const removed = await update({ tagList: [] })
    assert.deepEqual(removed.body().article.tagList, [])

    const added = await update({ tagList: ['new', 'bright'] })
    assert.deepEqual(added.body().article.tagList, ['bright', 'new'])
  })

  test('refuses a {$self} that is blank or null')
    .with(['title', 'description', 'body'])
    .run(async ({ client }, field) => {
      const article = await ArticleFactory.create()

      for (const value of ['', null]) {
        const response = await client
          .put(`/api/articles/${article.slug}`)
          .json({ article: { [field]: value } })
          .withGuard('api')
          .loginAs(article.author)

        response.assertStatus(422)
        response.assertBody({ errors: { [field]: ["can't be blank"] } })
      }
    })

  test('only its author may change or delete it', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    const stranger = await UserFactory.create()
    const url = `/api/articles/${article.slug}`

    const changed = await client
      .put(url)
      .json({ article: { title: '' } })
      .withGuard('api')
      .loginAs(stranger)
    const deleted = await client.delete(url).withGuard('api').loginAs(stranger)

    changed.assertStatus(403)
    changed.assertBody({ errors: { article: ['forbidden'] } })
    deleted.assertStatus(403)
    deleted.assertBody({ errors: { article: ['forbidden'] } })
    await db.assertHas('articles', { slug: article.slug, title: article.title })
  })

  test('an unknown article is not found, a missing token comes first', async ({ client }) => {
    const user = await UserFactory.create()
    const url = '/api/articles/no-such-article'

    for (const method of ['put', 'delete'] as const) {
      const unknown = await client[method](url).json({ article: {} }).withGuard('api').loginAs(user)
      unknown.assertStatus(404)
      unknown.assertBody({ errors: { article: ['not found'] } })

      const signedOut = await client[method](url)
      signedOut.assertStatus(401)
      signedOut.assertBody({ errors: { token: ['is missing'] } })
    }
  })

  test('a deleted article is gone with all that was said about it', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    await article.comment(article.author, 'Mine.')

    const response = await client
      .delete(`/api/articles/${article.slug}`)
      .withGuard('api')
      .loginAs(article.author)

    response.assertStatus(204)
    response.assertTextIncludes('')
    await db.assertMissing('articles', { id: article.id })
    await db.assertMissing('comments', { article_id: article.id })
  })
})
