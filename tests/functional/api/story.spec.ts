import env from '#start/env'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'

type Answer = { status: number; type: string | null; cookies: string[]; body: any }

/**
 * Speaks plain HTTP, as the suites do that are run against any implementation of the contract.
 */
async function ask(method: string, path: string, token?: string, body?: object): Promise<Answer> {
  const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}/api${path}`, {
    method,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: token }),
    },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()

  return {
    status: response.status,
    type: response.headers.get('content-type'),
    cookies: response.headers.getSetCookie(),
    body: text && JSON.parse(text),
  }
}

async function statusOf(...request: Parameters<typeof ask>) {
  const { status } = await ask(...request)
  return status
}

async function bodyOf(...request: Parameters<typeof ask>) {
  const { body } = await ask(...request)
  return body
}

test.group('The API, from beginning to end', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const newcomer = () => {
    const name = `u${randomUUID().slice(0, 8)}`
    return { username: name, email: `${name}@example.com`, password: 'password123' }
  }

  test('two people register, write, follow, favorite, discuss and tidy up', async ({ assert }) => {
    const [ada, bob] = [newcomer(), newcomer()]

    /*
    | Accounts
    */
    const registered = await ask('POST', '/users', undefined, { user: ada })
    assert.strictEqual(registered.status, 201)
    assert.sameMembers(Object.keys(registered.body.user), [
      'email',
      'username',
      'bio',
      'image',
      'token',
    ])
    assert.containsSubset(registered.body.user, {
      email: ada.email,
      username: ada.username,
      bio: null,
      image: null,
    })

    const signedIn = await ask('POST', '/users/login', undefined, {
      user: { email: ada.email, password: ada.password },
    })
    assert.strictEqual(signedIn.status, 200)
    assert.sameMembers(Object.keys(signedIn.body.user), [
      'email',
      'username',
      'bio',
      'image',
      'token',
    ])
    const adas = `Token ${signedIn.body.user.token}`
    const asBearer = `Bearer ${signedIn.body.user.token}`

    for (const header of [adas, asBearer]) {
      const current = await ask('GET', '/user', header)
      assert.strictEqual(current.status, 200)
      assert.strictEqual(current.body.user.username, ada.username)
    }

    const updated = await ask('PUT', '/user', adas, { user: { bio: 'Counts.', image: '' } })
    assert.strictEqual(updated.status, 200)
    assert.containsSubset(updated.body.user, { bio: 'Counts.', image: null, email: ada.email })

    const bobsAccount = await bodyOf('POST', '/users', undefined, { user: bob })
    const bobs = `Token ${bobsAccount.user.token}`

    /*
    | Accounts, refused
    */
    for (const [method, path, body, status, errors] of [
      ['POST', '/users', { user: { ...bob, email: 'x@example.com' } }, 409, 'username'],
      ['POST', '/users', { user: { ...bob, username: 'other' } }, 409, 'email'],
      ['POST', '/users', { user: { ...newcomer(), username: '' } }, 422, 'username'],
      ['POST', '/users', { user: { ...newcomer(), email: '' } }, 422, 'email'],
      ['POST', '/users', { user: { ...newcomer(), password: '' } }, 422, 'password'],
      ['POST', '/users/login', { user: { email: '', password: 'x' } }, 422, 'email'],
      ['POST', '/users/login', { user: { email: ada.email, password: '' } }, 422, 'password'],
      ['POST', '/users/login', { user: { email: ada.email, password: 'no' } }, 401, 'credentials'],
    ] as const) {
      const refused = await ask(method, path, undefined, body)
      assert.deepEqual([refused.status, Object.keys(refused.body.errors)], [status, [errors]])
    }
    assert.deepEqual(await bodyOf('GET', '/user'), { errors: { token: ['is missing'] } })
    assert.strictEqual(await statusOf('GET', '/user', 'Token made-up'), 401)
    assert.strictEqual(await statusOf('PUT', '/user', undefined, { user: {} }), 401)

    /*
    | Articles
    */
    const written = await ask('POST', '/articles', adas, {
      article: {
        title: 'On engines',
        description: 'What they weave',
        body: '# Algebraic patterns',
        tagList: ['weaving', 'engines'],
      },
    })
    assert.strictEqual(written.status, 201)
    const { slug } = written.body.article
    assert.deepEqual(written.body.article.tagList, ['engines', 'weaving'])

    const lists = [
      '/articles',
      `/articles?author=${ada.username}`,
      '/articles?tag=weaving',
      '/articles?limit=1&offset=0',
    ]
    for (const path of lists) {
      for (const token of [undefined, adas, bobs]) {
        const list = await ask('GET', path, token)
        assert.strictEqual(list.status, 200)
        assert.strictEqual(list.body.articlesCount, 1)
        assert.strictEqual(list.body.articles[0].slug, slug)
        assert.notProperty(list.body.articles[0], 'body')
        assert.isEmpty(list.cookies)
      }
    }
    assert.deepEqual(await bodyOf('GET', '/tags'), { tags: ['engines', 'weaving'] })

    const changed = await ask('PUT', `/articles/${slug}`, adas, {
      article: { body: '# Algebraic patterns, and flowers' },
    })
    assert.strictEqual(changed.status, 200)
    assert.strictEqual(changed.body.article.slug, slug)
    assert.strictEqual(changed.body.article.createdAt, written.body.article.createdAt)
    assert.notEqual(changed.body.article.updatedAt, written.body.article.updatedAt)
    assert.deepEqual(await bodyOf('GET', `/articles/${slug}`), changed.body)
    assert.strictEqual(await statusOf('PUT', `/articles/${slug}`, bobs, { article: {} }), 403)
    assert.strictEqual(await statusOf('DELETE', `/articles/${slug}`, bobs), 403)

    /*
    | Favorites
    */
    const liked = await ask('POST', `/articles/${slug}/favorite`, bobs)
    assert.containsSubset(liked.body.article, { favorited: true, favoritesCount: 1 })
    const likedByBob = await ask('GET', `/articles?favorited=${bob.username}`, bobs)
    assert.containsSubset(likedByBob.body.articles, [{ slug, favorited: true }])
    const unliked = await ask('DELETE', `/articles/${slug}/favorite`, bobs)
    assert.containsSubset(unliked.body.article, { favorited: false, favoritesCount: 0 })

    /*
    | Follows and the feed
    */
    assert.deepEqual(await bodyOf('GET', '/articles/feed', bobs), {
      articles: [],
      articlesCount: 0,
    })
    const followed = await ask('POST', `/profiles/${ada.username}/follow`, bobs)
    assert.deepEqual(followed.body.profile, {
      username: ada.username,
      bio: 'Counts.',
      image: null,
      following: true,
    })
    const feed = await ask('GET', '/articles/feed', bobs)
    assert.containsSubset(feed.body, { articlesCount: 1, articles: [{ slug }] })
    const unfollowed = await ask('DELETE', `/profiles/${ada.username}/follow`, bobs)
    assert.isFalse(unfollowed.body.profile.following)

    /*
    | Comments
    */
    const said = await ask('POST', `/articles/${slug}/comments`, bobs, {
      comment: { body: 'Thank you!' },
    })
    assert.strictEqual(said.status, 201)
    const { id } = said.body.comment
    assert.isTrue(Number.isInteger(id))
    assert.deepEqual(await bodyOf('GET', `/articles/${slug}/comments`), {
      comments: [said.body.comment],
    })
    assert.strictEqual(await statusOf('DELETE', `/articles/${slug}/comments/${id}`, adas), 403)
    const unsaid = await ask('DELETE', `/articles/${slug}/comments/${id}`, bobs)
    assert.deepEqual([unsaid.status, unsaid.body, unsaid.type], [204, '', null])
    assert.deepEqual(await bodyOf('GET', `/articles/${slug}/comments`), { comments: [] })

    /*
    | The end
    */
    const deleted = await ask('DELETE', `/articles/${slug}`, adas)
    assert.deepEqual([deleted.status, deleted.body], [204, ''])
    assert.strictEqual(await statusOf('GET', `/articles/${slug}`), 404)
    assert.deepEqual(await bodyOf('GET', '/tags'), { tags: [] })
  })

  test('a token that is no good reads like no token', async ({ assert }) => {
    const list = await ask('GET', '/articles', 'Token made-up')

    assert.deepEqual([list.status, list.body], [200, { articles: [], articlesCount: 0 }])
  })

  test('addresses and methods that are not there are answered in the same form', async ({
    assert,
  }) => {
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['PATCH', '/articles/any'],
      ['DELETE', '/tags'],
    ]) {
      const { status, body } = await ask(method, path)

      assert.strictEqual(status, 404)
      assert.isArray(Object.values(body.errors)[0])
    }
  })
})
