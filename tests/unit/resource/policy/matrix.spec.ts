import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import Tag from '#app/publishing/models/tag'
import testUtils from '@adonisjs/core/services/test_utils'
import { Access, type Resource, ResourceService, resources } from '#atrium/resource/main'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import { World } from './world.ts'
import { ROLES, reach, unreadable, writable, type RoleName } from './rules.ts'

const REFUSED = ['E_NOT_ALLOWED', 'E_ROW_NOT_FOUND', 'E_VALIDATION_ERROR']

/** That a policy lets something be done does not say that it makes sense */
const POINTLESS = ['E_ACTION_NOT_OFFERED']

test.group('Who may do what', (group) => {
  let world: World

  group.tap((each) => each.timeout(60_000))
  group.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.setup(async () => {
    world = await World.create()
  })

  /** Whether the service does something, which is taken back afterwards. */
  async function isDone(
    resource: Resource,
    role: RoleName,
    work: (service: ResourceService, trx: TransactionClientContract) => Promise<unknown>
  ) {
    const trx = await db.transaction()
    try {
      await work(new ResourceService(resource, await world.actor(role), trx), trx)
      return true
    } catch (error: any) {
      if (POINTLESS.includes(error.code)) return true
      if (REFUSED.includes(error.code)) return false
      throw error
    } finally {
      await trx.rollback()
    }
  }

  /** Does to a row what the action says. */
  function act(action: string, key: string) {
    return async (service: ResourceService, trx: TransactionClientContract) => {
      if (action === 'show') return service.show(key)
      if (action === 'update') return service.update(key, {})
      if (action === 'delete') return service.delete(key)
      if (action !== 'restore') return service.act(action, key)

      await trx.from(service.resource.table).where('id', key).update({ deleted_at: new Date() })
      return service.restore(key)
    }
  }

  test('with every row is as it is promised, by {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      const wrong: string[] = []
      let cells = 0

      for (const resource of resources.all()) {
        const { name } = resource
        assert.isNotEmpty(world.rows(name).concat(name.includes('count') ? [{} as any] : []), name)

        for (const action of resource.actionNames.filter((each) => each !== 'create')) {
          const wanted = new Set(world.within(reach(name, action, role), name, role))
          const listed = action === 'list' ? await listedBy(resource, role) : undefined
          if (action === 'list' && Boolean(listed) !== (reach(name, action, role) !== 'none')) {
            wrong.push(`list ${name}: ${Boolean(listed)}`)
          }

          for (const row of world.rows(name)) {
            const is =
              action === 'list'
                ? Boolean(listed?.has(row.key))
                : await isDone(resource, role, act(action, row.key))
            if (is !== wanted.has(row)) wrong.push(`${action} ${name} ${row.key}: ${is}`)
            cells++
          }
        }
      }

      assert.deepEqual(wrong, [])
      assert.isAbove(cells, 400)
    })

  async function listedBy(resource: Resource, role: RoleName) {
    const keys = new Set<string>()
    const isListed = await isDone(resource, role, async (service) => {
      const { rows } = await service.list({ size: 200, fields: [] })
      for (const { key } of rows) keys.add(key)
    })
    return isListed ? keys : undefined
  }

  test('is the same for new rows, by {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      const wrong: string[] = []
      const me = world.user(role) ?? world.stranger

      for (const resource of resources.all()) {
        const { name } = resource
        const wanted = reach(name, 'create', role)

        for (const isOwn of [true, false]) {
          const input = await newRow(name, isOwn ? me : world.stranger, isOwn)
          const is = await isDone(resource, role, (service) => service.create(input))
          if (is !== (isOwn ? wanted !== 'none' : wanted === 'all')) {
            wrong.push(`create ${isOwn ? 'own' : "a stranger's"} ${name}: ${is}`)
          }
        }
      }

      assert.deepEqual(wrong, [])
    })

  /** What makes a row that is somebody's. One's own says by itself whose it is. */
  async function newRow(name: string, { id }: { id: number }, isOwn: boolean) {
    const word = randomUUID().slice(0, 8)
    const whose = (field: string) => (isOwn ? {} : { [field]: id })
    const articleId = (await ArticleFactory.merge({ authorId: id }).create()).id
    const free = (await ArticleFactory.create()).id

    const inputs: Record<string, () => Record<string, unknown> | Promise<object>> = {
      articles: () => ({ title: word, description: '', body: word, ...whose('authorId') }),
      comments: () => ({ articleId: free, body: word, ...whose('authorId') }),
      tags: () => ({ name: word }),
      article_tags: async () => ({ articleId, tagId: (await Tag.create({ name: word })).id }),
      favorites: () => ({ articleId: free, ...whose('userId') }),
      follows: async () => ({
        followedId: (await UserFactory.create()).id,
        ...whose('followerId'),
      }),
      users: () => ({ username: word, email: `${word}@example.com` }),
      roles: () => ({ name: word }),
      role_grants: () => ({
        roleId: Number(world.rows('roles')[0].key),
        resource: word,
        action: '*',
      }),
      user_roles: () => ({ userId: id, roleId: Number(world.rows('roles')[0].key) }),
    }
    return ((await inputs[name]?.()) ?? {}) as Record<string, unknown>
  }

  test('with every field is as it is promised, by {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      for (const resource of resources.all()) {
        const access = Access.of(resource, await world.actor(role))
        const isOpen = reach(resource.name, 'list', role) !== 'none'

        const relations = [...resource.relations.values()].filter(
          ({ target }) => reach(target.name, 'list', role) !== 'none'
        )
        const readable = [...resource.fields.keys(), ...relations.map(({ name }) => name)].filter(
          (name) => isOpen && !unreadable(resource.name, role).includes(name)
        )
        assert.sameMembers([...access.readable], readable, `${role} reads ${resource.name}`)

        if (role === 'administrator') continue
        for (const action of ['create', 'update'] as const) {
          assert.sameMembers(
            [...access.writable(action)],
            writable(resource.name, role, action),
            `${role} may ${action} ${resource.name}`
          )
        }
      }
    })

  test('lets nobody set what is not theirs to set, by {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      for (const resource of resources.all()) {
        const { name } = resource
        const [row] = world.within(reach(name, 'update', role), name, role)
        if (!row) continue

        const actor = await world.actor(role)
        const settable = Access.of(resource, actor).writable('update')
        for (const field of resource.fields.keys()) {
          if (settable.has(field)) continue

          const write = new ResourceService(resource, actor).update(row.key, { [field]: '1' })
          const error: any = await write.then(() => null).catch((refusal) => refusal)
          assert.equal(error?.code, 'E_VALIDATION_ERROR', `${role} sets ${name}.${field}`)
          assert.deepInclude(error.messages[0], { field })
        }
      }
    })

  test('does not let links be made or parted that a policy keeps', async ({ assert }) => {
    const { id: article } = await world.publishedBy(world.stranger)
    const tag = await Tag.create({ name: 'new' })
    await db.table('article_tags').insert({ article_id: article, tag_id: tag.id })
    const tags = resources.get('tags')
    const isLinked = () => db.from('article_tags').where({ article_id: article }).select('tag_id')
    const before = await isLinked()

    const member = new ResourceService(tags, await world.actor('member'))
    await assert.rejects(
      () => member.create({ name: 'mine', articles: [String(article)] }),
      'You may not create article_tags'
    )
    const editor = new ResourceService(tags, await world.actor('editor'))
    await editor.update(String(tag.id), { articles: [] })

    assert.lengthOf(await isLinked(), before.length - 1)
    assert.isNull(await Tag.findBy('name', 'mine'))
  })
})
