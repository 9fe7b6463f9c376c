import { test } from '@japa/runner'
import { User } from '#app/accounts/public'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import Comment from '#app/publishing/models/comment'
import ArticleTag from '#app/publishing/models/article_tag'
import testUtils from '@adonisjs/core/services/test_utils'
import { AuthorizationResponse } from '@adonisjs/bouncer'
import {
  Access,
  Actor,
  Policy,
  Resource,
  ResourceRegistry,
  RoleGrant,
  filter,
  resources,
  type FieldSet,
} from '#atrium/resource/main'

import { queriesOf } from '../../../functional/queries_of.ts'
import { actorWith, administrator } from './actor_with.ts'

class Open extends Policy {}

class Careful extends Policy<Article> {
  scope(_: Actor, action: string) {
    return action === 'delete' ? false : action === 'update' ? filter`authorId = me` : true
  }

  readable(): FieldSet {
    return { except: ['author', 'description'] }
  }

  writable(): FieldSet {
    return { except: ['publishedAt'] }
  }

  publish(_: Actor, article: Article) {
    return article.title === 'Fit' || AuthorizationResponse.deny('Give it another title first')
  }
}

/** These resources, in a registry of their own. */
function registered(...all: Resource<any>[]) {
  const registry = new ResourceRegistry()
  for (const resource of all) registry.add(resource)
  return all
}

const articles = (policy?: new () => Policy) => registered(new Resource(Article, { policy }))[0]

test.group('Access', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('to a resource without a policy is for administrators alone, whatever is granted', async ({
    assert,
  }) => {
    const granted = await actorWith({ resource: '*' })

    assert.isFalse(Access.of(articles(), granted).may('list'))
    assert.isTrue(Access.of(articles(Open), granted).may('list'))
    assert.isTrue(Access.of(articles(), await administrator()).may('list'))
    assert.throws(() => Access.of(articles(), granted).require('list'), 'You may not list articles')
  })

  test('is what all roles together grant, and no more', async ({ assert }) => {
    await RoleGrant.query().delete()
    const actor = await actorWith(
      { action: 'list' },
      { action: 'update' },
      { resource: 'tags', action: 'delete' }
    )
    const access = Access.of(articles(Open), actor)

    assert.isTrue(access.may('update'))
    assert.isFalse(access.may('delete'))
    assert.isEmpty(access.writable('create'))
    assert.isNotEmpty(access.writable('update'))
  })

  test('is for nobody where no role grants anything', async ({ assert }) => {
    await RoleGrant.query().delete()
    for (const actor of [await actorWith(), await Actor.guest().load()]) {
      const access = Access.of(articles(Open), actor)

      assert.isFalse(access.may('list'))
      assert.isEmpty(access.readable)
      assert.equal(access.rowsSql('a')?.text, 'false')
    }
  })

  test('is refused by a policy that lets an action reach no row, to administrators too', async ({
    assert,
  }) => {
    const access = Access.of(articles(Careful), await administrator())

    assert.isFalse(access.may('delete'))
    assert.throws(() => access.scope('delete'), 'You may not delete articles')
    assert.isNull(access.scope('list'))
    assert.deepInclude(access.scope('update'), { type: 'comparison', path: ['authorId'] })
  })

  test('to fields is that of the policy, less what grants leave out', async ({ assert }) => {
    await RoleGrant.query().delete()
    const wide = await actorWith({})
    const narrow = await actorWith(
      { action: 'list', fields: ['title', 'description'] },
      { action: 'show', fields: ['slug'] },
      { action: 'update', fields: ['title', 'publishedAt', 'id'] }
    )

    assert.includeMembers([...Access.of(articles(Careful), wide).readable], ['title', 'body'])
    assert.notInclude([...Access.of(articles(Careful), wide).readable], 'description')
    assert.sameMembers([...Access.of(articles(Careful), narrow).readable], ['title', 'slug'])
    assert.sameMembers([...Access.of(articles(Careful), narrow).writable('update')], ['title'])
  })

  test('never reads what is hidden, and never sets keys, what is guarded or fills itself', async ({
    assert,
  }) => {
    const actor = await administrator()
    const users = Access.of(resources.get('users'), actor)
    const access = Access.of(resources.get('articles'), actor)
    const favorites = Access.of(resources.get('favorites'), actor)

    assert.isFalse(users.readable.has('password'))
    assert.isFalse(users.writable('update').has('password'))
    assert.isUndefined(users.field('password'))
    for (const name of ['id', 'bodyHtml', 'rendererVersion', 'createdAt', 'updatedAt', 'search']) {
      assert.isFalse(access.writable('create').has(name), name)
    }
    assert.isTrue(favorites.writable('create').has('articleId'))
    assert.isFalse(favorites.writable('update').has('articleId'))
  })

  test('to a relation needs its foreign key, and that the other side may be listed', async ({
    assert,
  }) => {
    await RoleGrant.query().delete()
    const [open] = registered(
      new Resource(Article, { policy: Open }),
      new Resource(User, { policy: Open }),
      new Resource(Comment)
    )
    const [careful] = registered(
      new Resource(Article, { policy: Careful }),
      new Resource(User, { policy: Open })
    )
    const both = await actorWith({}, { resource: 'users' }, { resource: 'comments' })
    const readable = (resource: Resource, actor: Actor) => [...Access.of(resource, actor).readable]

    assert.includeMembers(readable(open, both), ['author', 'authorId'])
    assert.notInclude(readable(open, both), 'comments')
    assert.notInclude(readable(open, await actorWith({})), 'author')
    assert.notIncludeMembers(readable(careful, both), ['authorId'])
    assert.notIncludeMembers(readable(careful, both), ['author'])
    assert.isUndefined(Access.of(careful, both).relation('author'))
  })

  test('to what lies behind a relation is that of the other resource', async ({ assert }) => {
    const member = await actorWith()
    const author = Access.of(resources.get('articles'), member).relation('author')

    assert.isDefined(author!.target.field('username'))
    assert.isUndefined(author!.target.field('email'))
    assert.isUndefined(author!.target.field('password'))
    assert.isUndefined(author!.target.relation('roles'))
  })

  test('to links of rows is that of the table between, if that is a resource', async ({
    assert,
  }) => {
    class Naming extends Policy {
      writable(): FieldSet {
        return { only: ['title', 'tags'] }
      }
    }
    await RoleGrant.query().delete()
    const world = (policy: new () => Policy, ...more: Resource<any>[]) =>
      registered(new Resource(Article, { policy }), new Resource(Tag, { policy: Open }), ...more)[0]
    const between = () => new Resource(ArticleTag, { policy: Open })
    const mayTag = (resource: Resource, actor: Actor) =>
      Access.of(resource, actor).writable('update').has('tags')
    const without = await actorWith({}, { resource: 'tags' })
    const all = await actorWith({}, { resource: 'tags' }, { resource: 'article_tags' })

    assert.isTrue(mayTag(world(Open, between()), all))
    assert.isFalse(mayTag(world(Open, between()), without))
    assert.isFalse(mayTag(world(Open), all))
    assert.isTrue(mayTag(world(Naming), all))
    assert.isTrue(mayTag(world(Open), await administrator()))
  })

  test('asks the policy about each row, and tells what it says', async ({ assert }) => {
    const access = Access.of(articles(Careful), await actorWith({}))

    await access.authorize('publish', new Article().merge({ title: 'Fit' }))
    await assert.rejects(
      () => access.authorize('publish', new Article().merge({ title: 'Unfit' })),
      'Give it another title first'
    )
    await access.authorize('list')
  })

  test('is read once, in one query, and not guessed before', async ({ assert }) => {
    const actor = Actor.of(await actorWith({}).then(({ user }) => user))

    assert.throws(() => Access.of(articles(Open), actor).may('list'), /await actor.load/)
    const queries = await queriesOf(() => actor.load().then(() => actor.load()))
    assert.lengthOf(queries, 1)
    assert.strictEqual(
      Access.of(resources.get('tags'), actor),
      Access.of(resources.get('tags'), actor)
    )
  })

  test('of the usual roles comes from rows, which administrators may change', async ({
    assert,
  }) => {
    const tags = () => resources.get('tags')
    const before = await actorWith()
    await RoleGrant.query().where('resource', 'tags').delete()
    const after = await actorWith()

    assert.isTrue(Access.of(tags(), before).may('create'))
    assert.isFalse(Access.of(tags(), after).may('create'))
    assert.sameMembers([...after.roles], ['member', 'guest'])
  })
})
