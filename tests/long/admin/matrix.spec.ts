import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import Comment from '#app/publishing/models/comment'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { resources } from '#atrium/resource/main'

import { World } from '../../unit/resource/policy/world.ts'
import { reach, type RoleName } from '../../unit/resource/policy/rules.ts'

/** A page of a resource or of a row: what somebody has to be able to do to see it */
type Need = { action: string; more?: () => boolean }

const PAGES: Record<string, Need> = {
  '': { action: 'list' },
  '/new': { action: 'create' },
  '/count': { action: 'list' },
  '/facets': { action: 'list' },
  '/export?format=csv': { action: 'list' },
  '/settings': { action: 'list' },
  '/examine': { action: 'list', more: () => false },
}
const ROW_PAGES: Record<string, Need> = {
  '': { action: 'show' },
  '/edit': { action: 'update' },
  '/delete': { action: 'delete' },
}

/** Answers to what is done, and to what is refused without saying more than it has to */
const DONE = [200]
const REFUSED = [403, 404]

test.group('The pages of the admin', (group) => {
  let world: World

  group.tap((each) => each.timeout(120_000))
  group.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.setup(async () => {
    world = await World.create()
  })

  async function statusOf(client: ApiClient, path: string, role: RoleName) {
    const request = client.get(path)
    const user = world.user(role)
    const response = await (user ? request.loginAs(user) : request.redirects(0))
    return response.status()
  }

  test('are for nobody who is not signed in, or has no role that lets them enter', async ({
    client,
    assert,
  }) => {
    const paths = Object.values(router.toJSON())
      .flat()
      .filter(({ name, methods }) => name?.startsWith('admin.') && methods.includes('GET'))
      .map(({ pattern }) =>
        pattern.replace(':resource', 'articles').replaceAll(/:\w+/g, world.rows('articles')[0].key)
      )

    assert.isAbove(paths.length, 20)
    for (const path of paths) {
      assert.equal(await statusOf(client, path, 'guest'), 303, path)
      assert.equal(await statusOf(client, path, 'member'), 403, path)
    }
  })

  test('show {$self} what the policies let them see, and nothing else')
    .with(['editor', 'author'] as const)
    .run(async ({ client, assert }, role) => {
      const wrong: string[] = []

      for (const resource of resources.all()) {
        const { name } = resource
        for (const [page, { action, more = () => true }] of Object.entries(PAGES)) {
          const isOpen = reach(name, action, role) !== 'none' && more()
          await expect(`/admin/${name}${page}`, isOpen)
        }

        for (const [page, { action }] of Object.entries(ROW_PAGES)) {
          const within = world.within(reach(name, action, role), name, role)
          const [reached] = within
          const outside = world.rows(name).find((row) => !within.includes(row))
          const address = (key: string) => `/admin/${name}/${encodeURIComponent(key)}${page}`

          if (reached) await expect(address(reached.key), true)
          if (outside) await expect(address(outside.key), false)
        }
      }
      assert.deepEqual(wrong, [])

      async function expect(path: string, isOpen: boolean) {
        const status = await statusOf(client, path, role)
        if (!(isOpen ? [...DONE, 302] : REFUSED).includes(status)) wrong.push(`${status} ${path}`)
      }
    })

  test('show administrators a list of every resource, and a form where rows are made', async ({
    client,
    assert,
  }) => {
    for (const { name } of resources.all()) {
      assert.equal(await statusOf(client, `/admin/${name}`, 'administrator'), 200, name)

      const isOpen = reach(name, 'create', 'administrator') !== 'none'
      const status = await statusOf(client, `/admin/${name}/new`, 'administrator')
      assert.equal(status, isOpen ? 200 : 403, name)
    }
  })

  test('do to rows out of reach nothing that {$self} asks for')
    .with(['editor', 'author'] as const)
    .run(async ({ client, assert, db }, role) => {
      const refused = async (method: 'POST' | 'PUT' | 'DELETE', path: string) => {
        const request =
          method === 'POST' ? client.post(path) : client.post(`${path}?_method=${method}`)
        const response = await request.loginAs(world.user(role)!).withCsrfToken().redirects(0)
        assert.include(REFUSED, response.status(), `${method} ${path}`)
      }

      for (const resource of resources.all()) {
        const { name } = resource
        const out = (action: string) => {
          const within = world.within(reach(name, action, role), name, role)
          return world.rows(name).find((row) => !within.includes(row))
        }
        const address = (key: string) => `/admin/${name}/${encodeURIComponent(key)}`

        if (reach(name, 'create', role) === 'none') await refused('POST', `/admin/${name}`)
        const kept = out('update')
        if (kept) await refused('PUT', address(kept.key))

        const lasting = out('delete')
        if (lasting) await refused('DELETE', address(lasting.key))
        for (const action of Object.keys(resource.actions)) {
          const spared = out(action)
          if (spared) await refused('POST', `${address(spared.key)}/actions/${action}`)
        }
      }
      await db.assertCount('users', world.users.length)
      await db.assertCount('articles', world.rows('articles').length)
    })

  test('choose many rows only among those that an author may see, and delete only their own', async ({
    client,
    assert,
  }) => {
    const author = world.user('author')!
    const made = await client
      .post('/admin/comments/selections')
      .loginAs(author)
      .withCsrfToken()
      .form({ all: '1' })
      .redirects(0)
    const selection = made.header('location')!

    await client
      .get(selection)
      .loginAs(author)
      .then((page) => page.assertStatus(200))
    await client.post(`${selection}/delete`).loginAs(author).withCsrfToken().redirects(0)

    const left = await Comment.all()
    assert.sameMembers(
      left.map(({ id }) => String(id)),
      world
        .rows('comments')
        .filter(({ owner }) => owner !== author.id)
        .map(({ key }) => key)
    )

    const others = await client.get(selection).loginAs(world.user('editor')!)
    assert.include(REFUSED, others.status())
  })
})
