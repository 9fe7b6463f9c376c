import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Access, type Resource, ResourceService, resources } from '#atrium/resource/main'

import { HIDDEN, PRIVATE, World } from './world.ts'
import { ROLES, reach, unreadable, type RoleName } from './rules.ts'

/** A name that no resource knows, as long as another one */
const unknown = (name: string) => 'q'.repeat(name.length)

test.group('What may not be read', (group) => {
  let world: World

  group.tap((each) => each.timeout(60_000))
  group.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.setup(async () => {
    world = await World.create()
  })

  async function serviceOf(resource: Resource, role: RoleName) {
    return new ResourceService(resource, await world.actor(role))
  }

  /** What each way of asking for a field, or for something behind a relation, says. */
  function ways(service: ResourceService, path: string, key = '0') {
    const [name] = path.split('.')
    const only: Record<string, () => Promise<unknown>> = {
      list: () => service.list({ fields: [name] }),
      show: () => service.show(key, { fields: [name] }),
      each: () => firstOf(service, name),
      group: () => service.aggregate({ measures: { rows: { of: 'count' } }, by: [name] }),
      measure: () => service.aggregate({ measures: { most: { of: 'greatest', field: name } } }),
      facets: () => service.facets({ fields: [name] }),
      histogram: () => service.histogram({ field: name }),
      options: () => service.options(name, {}),
      create: () => service.create({ [name]: '1' }),
      update: () => service.update(key, { [name]: '1' }),
    }
    return {
      ...(path === name && only),
      filter: () => service.list({ filter: `${path} = "x"` }),
      has: () => service.list({ filter: `${path}:*` }),
      not: () => service.count({ filter: `NOT ${path} = null` }),
      sort: () => service.list({ sort: [{ path: path.split('.'), direction: 'asc' }] }),
      examine: () => service.examine({ sort: [{ path: path.split('.'), direction: 'asc' }] }),
    }
  }

  async function firstOf(service: ResourceService, name: string) {
    for await (const row of service.each({ fields: [name] })) return row
  }

  /** The words of the refusal, without the name that it is about and without a guess at another. */
  async function refusal(work: () => Promise<unknown>, name: string) {
    const answer: any = await work().catch((error) => error)
    if (!(answer instanceof Error)) return 'was answered'

    const { messages, message } = answer as any
    const words = messages
      ? JSON.stringify(messages.filter(({ field }: any) => field === name))
      : message
    return `${words}`.replaceAll(name, '…').replace(/\. Did you mean.*$/, '')
  }

  test('is refused in the words for what there is not, to {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      let asked = 0

      for (const resource of resources.all()) {
        const { name } = resource
        const [row] = world.within(reach(name, 'list', role), name, role)
        if (!row) continue

        const service = await serviceOf(resource, role)
        for (const path of pathsOutOfSight(resource, role)) {
          const last = path.split('.').at(-1)!
          const other = path.slice(0, -last.length) + unknown(last)
          const secret = Object.entries(ways(service, path, row.key))
          const nothing = ways(service, other, row.key) as Record<string, () => Promise<unknown>>

          for (const [way, work] of secret) {
            const words = await refusal(work, last)
            assert.notEqual(words, 'was answered', `${way} ${name}.${path}`)
            assert.equal(words, await refusal(nothing[way], unknown(last)), `${way} ${path}`)
            asked++
          }
        }
      }
      assert.isAbove(asked, role === 'guest' ? 100 : 50)
    })

  /** Fields, relations, and fields behind relations, that a role may not read. */
  function pathsOutOfSight(resource: Resource, role: RoleName): string[] {
    const closed = [...resource.relations.values()].filter(
      ({ target }) => reach(target.name, 'list', role) === 'none'
    )
    const behind = [...resource.relations.values()].filter((one) => !closed.includes(one))

    return [
      ...unreadable(resource.name, role),
      ...closed.map(({ name }) => name),
      ...behind.flatMap(({ name, target }) =>
        unreadable(target.name, role).map((field) => `${name}.${field}`)
      ),
    ]
  }

  test('is in nothing that the service answers to {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      for (const resource of resources.all()) {
        if (reach(resource.name, 'list', role) === 'none') continue

        const told = await everythingTold(await serviceOf(resource, role), resource)
        assert.isNotEmpty(told)
        for (const word of [HIDDEN, '$argon2', ...(role === 'administrator' ? [] : [PRIVATE])]) {
          assert.notInclude(told, word, `${resource.name} tells ${role}`)
        }
      }
    })

  async function everythingTold(service: ResourceService, resource: Resource) {
    const { readable } = Access.of(resource, service.actor)
    const relations = [...resource.relations.keys()].filter((name) => readable.has(name))
    const { rows } = await service.list({ size: 200 })
    const exported = []
    for await (const row of service.each({})) exported.push(row)

    const told: unknown[] = [rows, exported]
    if (service.actor.isAdministrator) told.push(await service.examine({}))
    if (rows.length && service.access.may('delete')) {
      told.push(await service.deletionPreview(rows[0].key).catch(({ message }) => message))
    }
    for (const { key } of rows.slice(0, 5)) {
      told.push(await service.show(key))
      if (resource.isRecorded) told.push(await service.history({ key }))
    }
    if (resource.isRecorded) told.push(await service.history({ size: 200 }))
    for (const name of relations) told.push(await service.options(name, { size: 100 }))
    told.push(
      await service.facets({ fields: resource.listColumns.filter((one) => readable.has(one)) })
    )

    return JSON.stringify(told, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  }

  test('is not found by searching', async ({ assert }) => {
    const found = async (role: RoleName, search: string) => {
      const service = await serviceOf(resources.get('users'), role)
      const { rows } = await service.list({ search })
      const bare = await service.list({ filter: `"${search}"` })
      return rows.length + bare.rows.length
    }

    for (const search of [PRIVATE, `${PRIVATE}-stranger@example.com`]) {
      assert.isAbove(await found('administrator', search), 0)
      for (const role of ROLES.slice(1)) assert.equal(await found(role, search), 0)
    }
    assert.isAbove(await found('guest', 'stranger'), 0)
  })

  test('is no row of a list, a count, a choice or a label, to {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      for (const resource of resources.all()) {
        const { name } = resource
        if (reach(name, 'list', role) === 'none' || !world.rows(name).length) continue

        const service = await serviceOf(resource, role)
        const within = world.within(reach(name, 'list', role), name, role).map(({ key }) => key)
        const known = world.rows(name).map(({ key }) => key)
        const { rows } = await service.list({ size: 200, fields: [] })
        const listed = rows.map(({ key }) => key)

        assert.sameMembers(
          listed.filter((key) => known.includes(key)),
          within
        )
        assert.equal((await service.count({}, 'exact')).value, listed.length, name)
        const labels = await service.labelsOf(known)
        assert.sameMembers(
          labels.map(({ key }) => key),
          within,
          name
        )
      }
    })

  test('is no label of a row that may be read, to {$self}')
    .with([...ROLES])
    .run(async ({ assert }, role) => {
      for (const resource of resources.all()) {
        if (reach(resource.name, 'list', role) === 'none') continue

        const service = await serviceOf(resource, role)
        const toOne = [...resource.relations.values()].filter(
          ({ type, name }) => type === 'belongsTo' && service.access.readable.has(name)
        )
        const { rows } = await service.list({ size: 200, fields: toOne.map(({ name }) => name) })
        for (const { name, target } of toOne) {
          const reached = world
            .within(reach(target.name, 'list', role), target.name, role)
            .map(({ key }) => key)
          const out = world
            .rows(target.name)
            .map(({ key }) => key)
            .filter((key) => !reached.includes(key))

          for (const { labels } of rows) assert.notInclude(out, labels[name]?.key ?? 'none')
        }
      }
    })
})
