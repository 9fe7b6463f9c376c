import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import { User } from '#app/accounts/public'
import ace from '@adonisjs/core/services/ace'
import { HistoryEntry } from '#atrium/model/main'
import Follow from '#app/publishing/models/follow'
import Comment from '#app/publishing/models/comment'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator } from '../admin/administrator.ts'
import { Visitor, withRealSessions } from '../accounts/visitor.ts'

/** What was written since, and by whom: `insert tags 7 pages`. Everything has to be one operation. */
async function writtenSince(start: number) {
  const entries = await HistoryEntry.query().where('id', '>', start).orderBy('id')
  const operations = new Set(entries.map(({ operation }) => operation?.id))
  if (operations.size !== 1) throw new Error(`${operations.size} operations: ${[...operations]}`)

  return entries.map(({ action, tableName, operation: told }) =>
    [action, tableName, told!.actor ?? 'nobody', told!.interface].join(' ')
  )
}

async function latestEntry() {
  const entry = await HistoryEntry.query().orderBy('id', 'desc').first()
  return entry?.id ?? 0
}

/** What is done by `work`, as `writtenSince` says it */
async function written(work: () => Promise<unknown>) {
  const start = await latestEntry()
  await work()
  return writtenSince(start)
}

async function reader() {
  const user = await UserFactory.create()
  const visitor = new Visitor()
  await visitor.signIn(user.email)
  return { user, visitor, by: `${user.id} pages` }
}

const typed = { title: 'On moss', description: 'Soft', body: 'Green.', tagList: 'moss' }

test.group('The history of what people do on the site', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('names them and the site, each request as one operation', async ({ assert }) => {
    const { user, visitor, by } = await reader()
    const path = '/article/on-moss'

    const writing = () => visitor.send('/editor', '/editor', { ...typed, intent: 'publish' })
    assert.deepEqual(await written(writing), [
      `insert articles ${by}`,
      `insert tags ${by}`,
      `insert article_tags ${by}`,
    ])

    const revising = () =>
      visitor.send('/editor/on-moss', '/editor/on-moss?_method=PUT', { ...typed, tagList: '' })
    assert.deepEqual(await written(revising), [
      `update articles ${by}`,
      `delete article_tags ${by}`,
    ])

    const saying = () => visitor.send(path, `${path}/comments`, { body: 'True.' })
    assert.deepEqual(await written(saying), [`insert comments ${by}`])
    const { id } = await Comment.findByOrFail({ authorId: user.id })
    const takingBack = () => visitor.send(path, `${path}/comments/${id}?_method=DELETE`)
    assert.deepEqual(await written(takingBack), [`update comments ${by}`])

    const liking = () => visitor.send(path, `${path}/favorite`)
    assert.deepEqual(await written(liking), [`insert favorites ${by}`])
    const unliking = () => visitor.send(path, `${path}/favorite?_method=DELETE`)
    assert.deepEqual(await written(unliking), [`delete favorites ${by}`])
    await written(liking)

    const deleting = () => visitor.send('/editor', `${path}?_method=DELETE`)
    assert.sameMembers(await written(deleting), [
      `delete articles ${by}`,
      `delete comments ${by}`,
      `delete favorites ${by}`,
    ])
  })

  test('names whoever follows, changes their account, or makes one', async ({ assert }) => {
    const { user, visitor, by } = await reader()
    const followed = await UserFactory.create()
    const profile = `/profile/${followed.username}`

    const following = () => visitor.send(profile, `${profile}/follow`)
    assert.deepEqual(await written(following), [`insert follows ${by}`])
    const unfollowing = () => visitor.send(profile, `${profile}/follow?_method=DELETE`)
    assert.deepEqual(await written(unfollowing), [`delete follows ${by}`])

    const changing = () =>
      visitor.send('/settings', '/settings?_method=PUT', {
        username: user.username,
        email: user.email,
        bio: 'Writes.',
        image: '',
      })
    assert.deepEqual(await written(changing), [`update users ${by}`])

    const registering = () =>
      new Visitor().send('/register', '/register', {
        username: 'ada',
        email: 'ada@example.com',
        password: 'a long password',
      })
    assert.deepEqual(await written(registering), ['insert users nobody pages'])
  })

  test('names the API', async ({ assert, client }) => {
    const user = await UserFactory.create()
    const ask = (method: 'post' | 'put' | 'delete', path: string, body = {}) =>
      client[method](`/api/articles${path}`).json(body).withGuard('api').loginAs(user)
    const by = `${user.id} api`

    const article = { ...typed, tagList: ['moss'] }
    assert.deepEqual(await written(async () => ask('post', '', { article })), [
      `insert articles ${by}`,
      `insert tags ${by}`,
      `insert article_tags ${by}`,
    ])
    const revising = async () => ask('put', '/on-moss', { article: { body: 'Very green.' } })
    assert.deepEqual(await written(revising), [`update articles ${by}`])
    const saying = async () => ask('post', '/on-moss/comments', { comment: { body: 'True.' } })
    assert.deepEqual(await written(saying), [`insert comments ${by}`])
    const liking = async () => ask('post', '/on-moss/favorite')
    assert.deepEqual(await written(liking), [`insert favorites ${by}`])
  })

  test('is read in the admin, and undone there at once', async ({ assert }) => {
    const { user, visitor } = await reader()
    await visitor.send('/editor', '/editor', { ...typed, intent: 'publish' })
    const { id } = await Article.findByOrFail({ slug: 'on-moss' })
    const entry = await HistoryEntry.query()
      .where('tableName', 'articles')
      .orderBy('id', 'desc')
      .firstOrFail()

    const { visitor: admin } = await administrator()
    const page = `/admin/articles/${id}/history`
    const { text } = await admin.get(page)
    assert.include(text, `<strong>${user.username}</strong>`)
    assert.include(text, 'on the site')

    const undo = `/admin/undo/${entry.operation!.id}`
    assert.include(text, `action="${undo}"`)
    await admin.send(page, undo)
    assert.isNull(await Article.find(id))
    assert.isNull(await Tag.findBy({ name: 'moss' }))
  })

  test('says who was not signed in', async ({ assert }) => {
    await new Visitor().send('/register', '/register', {
      username: 'ada',
      email: 'ada@example.com',
      password: 'a long password',
    })
    const user = await User.findByOrFail({ username: 'ada' })
    const { visitor: admin } = await administrator()

    const { text } = await admin.get(`/admin/users/${user.id}/history`)
    assert.include(text, '<strong>Somebody who was not signed in</strong>')
    assert.include(text, 'on the site')
  })
})

test.group('The history of what commands do', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('names the console and the command', async ({ assert }) => {
    const article = await ArticleFactory.create()
    await Article.query().where({ id: article.id }).update({ rendererVersion: 0 })
    ace.ui.switchMode('raw')
    await ace.exec('articles:render', []).finally(() => ace.ui.switchMode('normal'))

    const [latest] = await article.history()
    assert.containSubset(latest.operation, {
      interface: 'console',
      reason: 'node ace articles:render',
    })
    assert.isString(latest.operation!.id)
  })

  test('leaves what follows to whoever does it', async ({ assert }) => {
    const [follower, followed] = await UserFactory.createMany(2)
    await Follow.between(follower, followed).start()

    const entry = await HistoryEntry.query().orderBy('id', 'desc').firstOrFail()
    assert.deepEqual([entry.tableName, entry.operation], ['follows', null])
  })
})
