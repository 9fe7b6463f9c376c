import { test, timeTravel } from '@japa/runner'
import { HistoryEntry } from '#atrium/model/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { Access, Actor, resources } from '#atrium/resource/main'
import { ArticleFactory } from '#database/factories/article_factory'

import { Visitor, withRealSessions } from '../accounts/visitor.ts'

/** Where it is told who acted as whom */
const LIST = '/admin/admin_impersonations'

/** What only the banner has */
const BANNER = 'class="acting-banner"'

async function cast() {
  const [admin, editor] = await Promise.all([UserFactory.create(), UserFactory.create()])
  await admin.takeOnRoles('administrator')
  await editor.takeOnRoles('editor')

  const visitor = new Visitor()
  await visitor.signIn(admin.email)
  return { admin, editor, visitor, form: `/admin/impersonations/new/${editor.id}` }
}

type Cast = Awaited<ReturnType<typeof cast>>

function begin({ visitor, editor, form }: Cast, fields = {}) {
  return visitor.send(form, '/admin/impersonations', {
    user: String(editor.id),
    reason: 'A ticket says that nothing is listed',
    password: 'password123',
    ...fields,
  })
}

/** What was kept of the latest one. */
async function latest() {
  const { model } = resources.get('admin_impersonations')
  return (await model.query().orderBy('id', 'desc').firstOrFail()) as any
}

test.group('Acting as somebody else', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes a reason and the own password again', async ({ assert }) => {
    const all = await cast()

    for (const fields of [{ reason: ' ' }, { password: 'wrong password' }, { password: '' }]) {
      assert.equal((await begin(all, fields)).location, all.form)
    }
    assert.notInclude((await all.visitor.get('/')).text, BANNER)
  })

  test('shows what the other one sees, and says so on every page', async ({ assert }) => {
    const all = await cast()
    assert.equal((await begin(all)).location, '/')

    for (const path of ['/', '/admin', '/nowhere']) {
      const { text } = await all.visitor.get(path)
      assert.include(text, `You act as ${all.editor.username}`, path)
    }
    assert.equal((await all.visitor.get('/admin/roles')).status, 403)
    assert.equal((await all.visitor.get('/admin/articles')).status, 200)
  })

  test('ends by its button, and the session is the own one again', async ({ assert }) => {
    const all = await cast()
    await begin(all)

    const { location } = await all.visitor.send('/', '/admin/impersonations/end')
    assert.equal(location, '/admin')
    assert.include((await all.visitor.get('/admin')).text, 'You are yourself again')
    assert.equal((await all.visitor.get('/admin/roles')).status, 200)
  })

  test('ends by itself after half an hour', async ({ assert }) => {
    const all = await cast()
    await begin(all)

    timeTravel('29 minutes')
    assert.include((await all.visitor.get('/')).text, '1 more minute')

    timeTravel('31 minutes')
    assert.notInclude((await all.visitor.get('/')).text, BANNER)
    assert.equal((await all.visitor.get('/admin/roles')).status, 200)
  })

  test('ends when the administrator is none any more', async ({ assert }) => {
    const all = await cast()
    await begin(all)
    await all.admin.layDownRoles('administrator')

    assert.notInclude((await all.visitor.get('/')).text, BANNER)
    assert.equal((await all.visitor.get('/admin/articles')).status, 403)
  })

  test('signs out nobody but the administrator', async ({ assert }) => {
    const all = await cast()
    const other = new Visitor()
    await other.signIn(all.editor.email)
    await begin(all)

    await all.visitor.send('/', '/logout')
    assert.isFalse(await all.visitor.isSignedIn())
    assert.isTrue(await other.isSignedIn())
  })

  test('is for administrators only, and never as one of them or as oneself', async ({ assert }) => {
    const all = await cast()
    const other = await UserFactory.create()
    await other.takeOnRoles('administrator')
    for (const { id } of [other, all.admin]) {
      assert.equal((await all.visitor.get(`/admin/impersonations/new/${id}`)).status, 403)
      assert.equal((await begin(all, { user: String(id) })).status, 403)
    }

    const editor = new Visitor()
    await editor.signIn(all.editor.email)
    assert.equal((await editor.get(`/admin/impersonations/new/${other.id}`)).status, 403)
    assert.notInclude((await all.visitor.get('/')).text, BANNER)
  })

  test('changes nothing on the pages of the site', async ({ assert }) => {
    const all = await cast()
    await begin(all)

    await all.visitor.send('/settings', '/settings?_method=PUT', {
      username: 'taken-over',
      email: 'taken-over@example.com',
    })
    await all.visitor.send('/settings/tokens', '/settings/tokens', {
      name: 'Mine',
      abilities: ['read'],
    })
    await all.editor.refresh()
    assert.notEqual(all.editor.username, 'taken-over')
    assert.notInclude((await all.visitor.get('/settings/tokens')).text, 'Mine')
  })

  test('keeps both names in the history of what is changed in the admin', async ({ assert }) => {
    const all = await cast()
    const article = await ArticleFactory.merge({ authorId: all.editor.id }).create()
    await begin(all)

    const page = `/admin/articles/${article.id}/edit`
    await all.visitor.send(page, `/admin/articles/${article.id}?_method=PUT`, { title: 'Renamed' })

    const entry = await HistoryEntry.query()
      .where('tableName', 'articles')
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.equal(entry.operation?.actor, String(all.editor.id))
    assert.deepEqual(entry.operation?.impersonator, {
      id: String(all.admin.id),
      label: all.admin.username,
      reason: 'A ticket says that nothing is listed',
    })
  })

  test('is told afterwards, to administrators: who, as whom, why, from when to when', async ({
    assert,
  }) => {
    const all = await cast()
    await begin(all)
    const record = await latest()
    assert.equal(record.impersonatorId, String(all.admin.id))
    assert.equal(record.userId, String(all.editor.id))
    assert.equal(record.endsAt.diff(record.beganAt).as('minutes'), 30)

    timeTravel('10 minutes')
    await all.visitor.send('/', '/admin/impersonations/end')
    const { endsAt, beganAt } = await latest()
    assert.equal(Math.round(endsAt.diff(beganAt).as('minutes')), 10)

    const { text } = await all.visitor.get(LIST)
    for (const word of [all.admin.username, all.editor.username, 'nothing is listed']) {
      assert.include(text, word)
    }
    const editor = new Visitor()
    await editor.signIn(all.editor.email)
    assert.equal((await editor.get(LIST)).status, 403)
  })

  test('is told to have ended when the administrator signs out, and not later than it did', async ({
    assert,
  }) => {
    const all = await cast()
    await begin(all)
    timeTravel('5 minutes')
    await all.visitor.send('/', '/logout')
    const signedOut = await latest()
    assert.equal(Math.round(signedOut.endsAt.diff(signedOut.beganAt).as('minutes')), 5)

    await all.visitor.signIn(all.admin.email)
    await begin(all)
    timeTravel('1 hour')
    await all.visitor.get('/')
    const ranOut = await latest()
    assert.notEqual(ranOut.id, signedOut.id)
    assert.equal(ranOut.endsAt.diff(ranOut.beganAt).as('minutes'), 30)
  })

  test('cannot be made unhappened by administrators', async ({ assert }) => {
    const all = await cast()
    await begin(all)
    await all.visitor.send('/', '/admin/impersonations/end')
    const { id } = await latest()

    const actor = await Actor.of(all.admin).load()
    const access = Access.of(resources.get('admin_impersonations'), actor)
    for (const action of ['create', 'update', 'delete']) assert.isFalse(access.may(action), action)
    const removed = await all.visitor.send(LIST, `${LIST}/${id}?_method=DELETE`)
    assert.equal(removed.status, 403)
    assert.equal((await latest()).id, id)
  })

  test('leaves alone what gives access, and what is dangerous', async ({ assert }) => {
    const user = await UserFactory.create()
    const impersonator = { id: '1', label: 'somebody' }
    const own = await Actor.of(user).load()
    const acted = await Actor.of(user, { impersonator }).load()
    const may = (actor: Actor, resource: string, action: string) =>
      Access.of(resources.get(resource), actor).may(action)

    assert.isTrue(may(own, 'users', 'update'))
    assert.isFalse(may(acted, 'users', 'update'))
    assert.isTrue(may(acted, 'users', 'list'))
    assert.isTrue(may(own, 'api_tokens', 'delete'))
    assert.isFalse(may(acted, 'api_tokens', 'delete'))
  })
})
