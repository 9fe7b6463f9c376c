import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import type { Group } from '@japa/runner/core'
import type { ApiClient } from '@japa/api-client'
import { type User } from '#app/accounts/public'
import Tag from '#app/publishing/models/tag'
import Follow from '#app/publishing/models/follow'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'
import { Access, Actor, Role, RoleGrant, explain, resources } from '#atrium/resource/main'

import { queriesOf } from '../queries_of.ts'

/** Somebody who writes, and what there is for them to work on */
async function cast() {
  const [me, other] = await UserFactory.createMany(2)
  const own = await ArticleFactory.merge({ authorId: me.id }).create()
  const draft = await ArticleFactory.apply('draft').merge({ authorId: me.id }).create()
  const others = await ArticleFactory.merge({ authorId: other.id }).create()
  const comment = await others.comment(me, 'Well said.')
  return { me, other, own, draft, others, comment }
}

type Cast = Awaited<ReturnType<typeof cast>>

/** What is sent to the site: where to, and the form or the JSON that goes with it */
type Sent = { method: 'post' | 'put' | 'delete'; path: string; body?: Record<string, unknown> }

type Operation = {
  name: string
  resource: string
  action: string
  page: (cast: Cast) => Sent
  api?: (cast: Cast) => Sent
}

const TEXT = { title: 'Something new', description: 'In short', body: 'At length.' }

const OPERATIONS: Operation[] = [
  {
    name: 'writing an article',
    resource: 'articles',
    action: 'create',
    page: () => ({ method: 'post', path: '/editor', body: TEXT }),
    api: () => ({ method: 'post', path: '/api/articles', body: { article: TEXT } }),
  },
  {
    name: 'publishing what is new',
    resource: 'articles',
    action: 'publish',
    page: () => ({ method: 'post', path: '/editor', body: { ...TEXT, intent: 'publish' } }),
    api: () => ({ method: 'post', path: '/api/articles', body: { article: TEXT } }),
  },
  {
    name: 'changing an article',
    resource: 'articles',
    action: 'update',
    page: ({ own }) => ({ method: 'put', path: `/editor/${own.slug}`, body: TEXT }),
    api: ({ own }) => ({
      method: 'put',
      path: `/api/articles/${own.slug}`,
      body: { article: { body: 'Changed.' } },
    }),
  },
  {
    name: 'publishing a draft from the editor',
    resource: 'articles',
    action: 'publish',
    page: ({ draft }) => ({ method: 'put', path: `/editor/${draft.slug}`, body: TEXT }),
  },
  {
    name: 'publishing a draft',
    resource: 'articles',
    action: 'publish',
    page: ({ draft }) => ({ method: 'post', path: `/article/${draft.slug}/publication` }),
  },
  {
    name: 'withdrawing an article',
    resource: 'articles',
    action: 'withdraw',
    page: ({ own }) => ({ method: 'delete', path: `/article/${own.slug}/publication` }),
  },
  {
    name: 'deleting an article',
    resource: 'articles',
    action: 'delete',
    page: ({ own }) => ({ method: 'delete', path: `/article/${own.slug}` }),
    api: ({ own }) => ({ method: 'delete', path: `/api/articles/${own.slug}` }),
  },
  {
    name: 'commenting',
    resource: 'comments',
    action: 'create',
    page: ({ others }) => ({
      method: 'post',
      path: `/article/${others.slug}/comments`,
      body: { body: 'Indeed.' },
    }),
    api: ({ others }) => ({
      method: 'post',
      path: `/api/articles/${others.slug}/comments`,
      body: { comment: { body: 'Indeed.' } },
    }),
  },
  {
    name: 'taking a comment back',
    resource: 'comments',
    action: 'delete',
    page: ({ others, comment }) => ({
      method: 'delete',
      path: `/article/${others.slug}/comments/${comment.id}`,
    }),
    api: ({ others, comment }) => ({
      method: 'delete',
      path: `/api/articles/${others.slug}/comments/${comment.id}`,
    }),
  },
  ...(['create', 'delete'] as const).flatMap((action): Operation[] => {
    const method = action === 'create' ? 'post' : 'delete'
    const favorite = ({ others }: Cast) => `/article/${others.slug}/favorite`
    const follow = ({ other }: Cast) => `/profile/${other.username}/follow`
    return [
      {
        name: action === 'create' ? 'liking' : 'liking no more',
        resource: 'favorites',
        action,
        page: (all) => ({ method, path: favorite(all) }),
        api: (all) => ({ method, path: `/api${favorite(all)}`.replace('/article/', '/articles/') }),
      },
      {
        name: action === 'create' ? 'following' : 'following no more',
        resource: 'follows',
        action,
        page: (all) => ({ method, path: follow(all) }),
        api: (all) => ({ method, path: `/api${follow(all)}`.replace('/profile/', '/profiles/') }),
      },
    ]
  }),
]

const BOTH = OPERATIONS.flatMap((operation) =>
  (['page', 'api'] as const).flatMap((way) =>
    operation[way] ? [{ ...operation, way, send: operation[way] }] : []
  )
)

function send(client: ApiClient, user: User, { method, path, body }: Sent, way: 'page' | 'api') {
  const request = client[method](path)
  return way === 'page'
    ? request
        .form(body ?? {})
        .loginAs(user)
        .withCsrfToken()
        .redirects(0)
    : request
        .json(body ?? {})
        .withGuard('api')
        .loginAs(user)
}

/** Each address of the site that writes, as `delete /article/:slug`. */
function writingRoutes() {
  const routes = Object.values(router.toJSON()).flat()
  const ofPublishing = routes.filter(
    ({ handler }) =>
      typeof handler === 'object' &&
      'importExpression' in handler &&
      handler.importExpression?.includes('#app/publishing/')
  )
  return ofPublishing.flatMap(({ methods, pattern }) =>
    methods
      .filter((method) => !['GET', 'HEAD'].includes(method))
      .map((method) => ({ method: method.toLowerCase(), pattern }))
  )
}

/** Takes a right from everybody who is signed in, as an administrator does in the admin. */
async function takeAway(resource: string, action: string) {
  const role = await Role.findByOrFail('name', 'member')
  await RoleGrant.query().where({ roleId: role.id, resource, action }).delete()
  return () => RoleGrant.create({ roleId: role.id, resource, action, fields: null })
}

async function limit(resource: string, action: string, fields: string[]) {
  const role = await Role.findByOrFail('name', 'member')
  await RoleGrant.query().where({ roleId: role.id, resource, action }).update({ fields })
}

function freshDatabase(group: Group) {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
}

test.group('A right that a role lost', (group) => {
  freshDatabase(group)

  test('is refused on the site and by its API, until it is given back: {name}, {way}')
    .with(BOTH)
    .run(async ({ client, assert, db }, { resource, action, way, send: sent }) => {
      const all = await cast()
      const giveBack = await takeAway(resource, action)
      const count = async () => (await Article.query()).length

      const before = await count()
      const refused = await send(client, all.me, sent(all), way)
      refused.assertStatus(403)
      if (way === 'page') refused.assertTextIncludes(`You may not ${action} ${resource}`)
      else refused.assertBody({ errors: { [resource.slice(0, -1)]: ['forbidden'] } })
      assert.equal(await count(), before)
      await all.own.refresh()
      assert.isTrue(all.own.isPublished)
      await db.assertHas('comments', { article_id: all.others.id, deleted_at: null }, 1)

      await giveBack()
      const done = await send(client, all.me, sent(all), way)
      assert.isBelow(done.status(), 400)
    })

  test('is asked for at every address that writes', async ({ assert }) => {
    const all = await cast()
    const tried = BOTH.map(({ send: sent }) => sent(all))

    const untried = writingRoutes().filter(({ method, pattern }) => {
      const isIt = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)
      return !tried.some((one) => one.method === method && isIt.test(one.path))
    })
    assert.isAbove(writingRoutes().length, 15)
    assert.deepEqual(untried, [])
  })

  test('is asked for only by what needs it: a draft may be kept by who may not publish', async ({
    client,
    assert,
  }) => {
    const all = await cast()
    await takeAway('articles', 'publish')
    const form = { ...TEXT, intent: 'draft' }

    const made = await send(client, all.me, { method: 'post', path: '/editor', body: form }, 'page')
    made.assertStatus(302)
    const path = `/editor/${all.own.slug}`
    const changed = await send(client, all.me, { method: 'put', path, body: TEXT }, 'page')
    changed.assertStatus(302)
    await all.own.refresh()
    assert.isTrue(all.own.isPublished)
    assert.equal(all.own.body, TEXT.body)
  })

  test('to some fields leaves the others as they are', async ({ client, assert }) => {
    const all = await cast()
    await limit('articles', 'update', ['body'])
    const path = `/api/articles/${all.own.slug}`
    const put = (article: object) =>
      send(client, all.me, { method: 'put', path, body: { article } }, 'api')

    const refused = await put({ title: 'Another title', body: 'Changed.' })
    refused.assertStatus(403)
    const tagged = await put({ tagList: ['trees'] })
    tagged.assertStatus(403)
    const changed = await put({ title: all.own.title, body: 'Changed.' })
    changed.assertStatus(200)
    await all.own.refresh()
    assert.equal(all.own.body, 'Changed.')
  })

  test('to make tags leaves those that there are', async ({ client }) => {
    const all = await cast()
    await takeAway('tags', 'create')
    await Tag.create({ name: 'trees' })
    const write = (tagList: string[]) => {
      const body = { article: { ...TEXT, tagList } }
      return send(client, all.me, { method: 'post', path: '/api/articles', body }, 'api')
    }

    const refused = await write(['trees', 'never seen'])
    refused.assertStatus(403)
    refused.assertBody({ errors: { tag: ['forbidden'] } })
    const written = await write(['trees'])
    written.assertStatus(201)
  })

  test('takes its buttons and its forms from the pages', async ({ client, assert }) => {
    const all = await cast()
    await Follow.between(all.me, all.other).start()
    const page = async (path: string) => (await client.get(path).loginAs(all.me)).text()
    const marks: [string, string, string, RegExp][] = [
      ['articles', 'create', '/', /New Article/],
      ['articles', 'create', '/drafts', /New article/],
      ['articles', 'publish', '/drafts', />\s*Publish\s*</],
      ['articles', 'publish', '/editor', /Publish Article/],
      ['articles', 'publish', `/article/${all.draft.slug}`, />\s*Publish\s*</],
      ['articles', 'update', `/article/${all.own.slug}`, /Edit Article/],
      ['articles', 'withdraw', `/article/${all.own.slug}`, /Withdraw to drafts/],
      ['articles', 'delete', `/article/${all.own.slug}`, /Delete Article/],
      ['article_tags', 'create', '/editor', /name="tagList"/],
      ['comments', 'create', `/article/${all.others.slug}`, /Post Comment/],
      ['comments', 'delete', `/article/${all.others.slug}`, /Delete this comment/],
      ['favorites', 'create', `/article/${all.others.slug}`, /formaction="[^"]*\/favorite"/],
      ['favorites', 'create', '/', /formaction="[^"]*\/favorite"/],
      ['follows', 'delete', `/profile/${all.other.username}`, /formaction="[^"]*\/follow\?/],
    ]

    for (const [resource, action, path, mark] of marks) {
      const what = `${action} ${resource} at ${path}`
      assert.match(await page(path), mark, what)
      const giveBack = await takeAway(resource, action)
      assert.notMatch(await page(path), mark, what)
      await giveBack()
    }

    await takeAway('articles', 'create')
    const editor = await client.get('/editor').loginAs(all.me)
    editor.assertStatus(403)
  })

  test('leaves signed-out readers their buttons, which lead to sign in', async ({ client }) => {
    const { others } = await cast()
    await takeAway('favorites', 'create')

    const page = await client.get(`/article/${others.slug}`)
    page.assertTextIncludes('form="sign-in"')
    page.assertTextIncludes('to add comments on this article')
  })
})

test.group('The site and policy:explain', (group) => {
  freshDatabase(group)

  test('say the same of everybody and every published article', async ({ client, assert }) => {
    const people = await UserFactory.createMany(3)
    await people[1].takeOnRoles('editor')
    await people[2].takeOnRoles('administrator')
    await takeAway('articles', 'withdraw')

    for (const person of people) {
      for (const authorId of [person.id, (await UserFactory.create()).id]) {
        for (const action of ['withdraw', 'delete', 'update']) {
          const article = await ArticleFactory.merge({ authorId }).create()
          const actor = await Actor.of(person).load()
          const access = Access.of(resources.get('articles'), actor)
          const { allowed } = await explain(access, action, article)

          const path = {
            withdraw: `/article/${article.slug}/publication`,
            delete: `/article/${article.slug}`,
            update: `/editor/${article.slug}`,
          }[action]!
          const method = action === 'update' ? 'put' : 'delete'
          const answer = await send(client, person, { method, path, body: TEXT }, 'page')
          assert.equal(answer.status(), allowed ? 302 : 403, `${action} ${authorId} ${person.id}`)
        }
      }
    }
  }).timeout(60_000)
})

test.group('Asking for rights', (group) => {
  freshDatabase(group)

  test('takes one query of those who are signed in, and none of others', async ({
    client,
    assert,
  }) => {
    const { me, others } = await cast()
    const asked = async (work: () => PromiseLike<unknown>) =>
      (await queriesOf(work)).filter((query) => query.includes('role_grants')).length

    for (const path of ['/', '/editor', '/drafts', '/settings', `/article/${others.slug}`]) {
      assert.equal(await asked(() => client.get(path).loginAs(me)), 1, path)
    }
    for (const path of ['/', '/search', `/article/${others.slug}`, '/api/articles']) {
      assert.equal(await asked(() => client.get(path)), 0, path)
    }
    assert.equal(await asked(() => client.get('/api/articles').withGuard('api').loginAs(me)), 0)

    for (const { way, send: sent } of BOTH) {
      const all = await cast()
      assert.equal(await asked(() => send(client, all.me, sent(all), way)), 1)
    }
  }).timeout(60_000)
})
