import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import { Access, Actor, explain, resources } from '#atrium/resource/main'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { actorWith, administrator } from './actor_with.ts'

const articles = () => resources.get('articles')

/** What the command printed, and how it ended. */
async function explained(...args: string[]) {
  const command = await ace.exec('policy:explain', args)
  const lines = ace.ui.logger.getLogs().map(({ message }) => message)
  ace.ui.logger.flushLogs()
  return { code: command.exitCode, text: lines.join('\n') }
}

test.group('An explanation', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('names the role that grants, the rows, and whether this row is one', async ({ assert }) => {
    const [article, others] = await ArticleFactory.createMany(2)
    const own = await Actor.of(article.author).load()

    const yes = await explain(Access.of(articles(), own), 'update', article)
    const no = await explain(Access.of(articles(), own), 'update', others)

    assert.isTrue(yes.allowed)
    assert.deepEqual(
      yes.reasons.map(({ text }) => text),
      [
        'The roles are guest (as everybody), member (as everybody who is signed in)',
        'The role member grants update on articles',
        'ArticlePolicy lets update reach rows where authorId = me',
        'This row is among them',
        'ArticlePolicy.update allows it',
      ]
    )
    assert.include(yes.writable, 'title')
    assert.notInclude(yes.writable, 'authorId')
    assert.isFalse(no.allowed)
    assert.deepEqual(
      no.reasons.filter(({ holds }) => !holds).map(({ text }) => text),
      ['This row is not among them', 'ArticlePolicy.update refuses it']
    )
  })

  test('names the roles that would do, where none does', async ({ assert }) => {
    const guest = await Actor.guest().load()
    const { reasons } = await explain(Access.of(articles(), guest), 'update')

    assert.equal(
      reasons.find(({ kind }) => kind === 'grants')!.text,
      'None of these roles grants update on articles. administrator, author, editor, member would'
    )
  })

  test('says that a resource has no policy', async ({ assert }) => {
    const rates = resources.get('rate_limits')
    const refused = await explain(Access.of(rates, await actorWith({ resource: '*' })), 'list')
    const allowed = await explain(Access.of(rates, await administrator()), 'list')

    assert.include(refused.reasons[1].text, 'has no policy: only the role administrator')
    assert.isTrue(allowed.allowed)
  })

  test('agrees with the service about every action', async ({ assert }) => {
    const actor = await actorWith({ resource: 'articles', action: 'list' })

    for (const resource of resources.all()) {
      for (const action of resource.actionNames) {
        const access = Access.of(resource, actor)
        assert.equal((await explain(access, action)).allowed, access.may(action))
      }
    }
  })

  test('is printed by policy:explain, for people and as JSON', async ({ assert }) => {
    const { author, id } = await ArticleFactory.create()
    const other = await UserFactory.create()

    const yes = await explained(author.username.toUpperCase(), 'update', 'articles', String(id))
    const no = await explained(other.email, 'update', 'articles', String(id), '--json')
    const guest = await explained('guest', 'list', 'articles')

    assert.equal(yes.code, 0)
    assert.match(yes.text, /may update articles \d+/)
    assert.include(yes.text, 'ArticlePolicy.update allows it')
    assert.equal(no.code, 1)
    assert.containsSubset(JSON.parse(no.text), { allowed: false, key: String(id) })
    assert.equal(guest.code, 0)
  })

  test('is refused in words where the question is wrong', async ({ assert }) => {
    const { username } = await UserFactory.create()
    const questions: [string[], RegExp][] = [
      [['nobody', 'list', 'articles'], /E_UNKNOWN_USER.*"nobody"/],
      [[username, 'list', 'articels'], /E_UNKNOWN_RESOURCE.*"articels"/],
      [[username, 'fly', 'articles'], /E_UNKNOWN_ACTION.*It has list, show, create/],
      [[username, 'show', 'articles', '0'], /E_ROW_NOT_FOUND/],
      [[username, 'show', 'articles', 'x'], /E_ROW_NOT_FOUND/],
    ]

    for (const [args, words] of questions) {
      const { code, text } = await explained(...args)
      assert.equal(code, 1)
      assert.match(text, words)
    }
  })
})
