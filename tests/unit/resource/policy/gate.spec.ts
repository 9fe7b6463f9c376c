import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'
import { AuthorizationResponse } from '@adonisjs/bouncer'
import {
  Actor,
  Gate,
  Policy,
  Resource,
  ResourceRegistry,
  RoleGrant,
  filter,
  resources,
  type ActorOptions,
} from '#atrium/resource/main'

import { queriesOf } from '../../../functional/queries_of.ts'
import { actorWith } from './actor_with.ts'

/** Says by its scope alone who may change what */
class Scoped extends Policy<Article> {
  scope() {
    return filter`authorId = me`
  }
}

/** Says by its methods alone */
class Worded extends Policy<Article> {
  preset(actor: Actor) {
    return { authorId: Number(actor.id) }
  }

  create(actor: Actor, article: Article) {
    return article.authorId === Number(actor.id) || AuthorizationResponse.deny('Not for others')
  }
}

function gateOf(actor: Actor, policy: new () => Policy) {
  const registry = new ResourceRegistry()
  registry.add(new Resource(Article, { policy }))
  registry.add(new Resource(Tag))
  return new Gate(() => actor, registry)
}

test.group('A gate', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('asks whether the row is one that the action may reach', async ({ assert }) => {
    const actor = await actorWith({})
    const own = await ArticleFactory.merge({ authorId: Number(actor.id) }).create()
    const others = await ArticleFactory.create()
    const gate = gateOf(actor, Scoped)

    assert.isTrue(await gate.allows('update', own))
    assert.isFalse(await gate.allows('update', others))
    assert.isTrue(await gate.allows('update', 'articles'))
    await assert.rejects(() => gate.authorize('update', others), 'You may not update articles')
  })

  test('asks the policy of a new row, which begins as the policy says', async ({ assert }) => {
    const actor = await actorWith({})
    const { id } = await UserFactory.create()
    const gate = gateOf(actor, Worded)

    await gate.authorize('create', Article)
    await assert.rejects(
      () => gate.authorize('create', new Article().merge({ authorId: id })),
      'Not for others'
    )
  })

  test('asks for the fields that are to be set', async ({ assert }) => {
    await RoleGrant.query().delete()
    const actor = await actorWith({ action: 'list' }, { action: 'update', fields: ['title'] })
    const gate = gateOf(actor, Worded)

    await gate.authorize('update', 'articles', ['title'])
    await assert.rejects(
      () => gate.authorize('update', 'articles', ['title', 'body', 'slug']),
      'You may not set body and slug of articles'
    )
    assert.isFalse(await gate.allows('create', 'articles', ['title']))
  })

  test('refuses what nobody decided: no policy, no resource, no such action', async ({
    assert,
  }) => {
    const gate = gateOf(await actorWith({ resource: '*' }), Worded)

    assert.isFalse(await gate.allows('create', Tag))
    await assert.rejects(() => gate.allows('create', RoleGrant), /no resource "RoleGrant"/)
    await assert.rejects(() => gate.allows('comment', 'articles'), /no action "comment"/)
  })

  test('withholds from whoever acts as somebody else what gives access', async ({ assert }) => {
    const user = await UserFactory.create()
    const may = (options?: ActorOptions) =>
      new Gate(() => Actor.of(user, options)).allows('update', user, ['bio'])

    assert.isTrue(await may())
    assert.isFalse(await may({ impersonator: { id: '1', label: 'somebody' } }))
  })

  test('knows guests by the role of everybody', async ({ assert }) => {
    const gate = new Gate(() => Actor.guest())

    assert.isTrue(await gate.allows('list', 'articles'))
    assert.isFalse(await gate.allows('create', Article))
  })

  test('reads roles and grants once, and finds out who acts only when asked', async ({
    assert,
  }) => {
    const user = await UserFactory.create()
    let found = 0
    const gate = new Gate(() => {
      found++
      return Actor.of(user)
    }, resources)
    assert.equal(found, 0)

    const queries = await queriesOf(() =>
      Promise.all([
        gate.allows('create', 'articles'),
        gate.allows('create', Tag),
        gate.authorize('create', 'comments'),
      ])
    )
    assert.equal(found, 1)
    assert.lengthOf(queries, 1)
  })
})
