import { appendFile, rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { Visitor, withRealSessions } from '../accounts/visitor.ts'

async function somebody(role: string) {
  const user = await UserFactory.create()
  await user.takeOnRoles(role)

  const visitor = new Visitor()
  await visitor.signIn(user.email)
  return { user, visitor }
}

async function paletteOf(visitor: Visitor, text = '') {
  const { text: json } = await visitor.get(`/admin/palette.json?q=${encodeURIComponent(text)}`)
  return JSON.parse(json).entries as { group: string; label: string; href: string }[]
}

async function eject(...words: string[]) {
  ace.ui.switchMode('raw')
  const command = await ace.exec('eject', words)
  const said = ace.ui.logger.getLogs().map(({ message }) => message)
  ace.ui.logger.flushLogs()
  return { exitCode: command.exitCode, said: said.join('\n') }
}

test.group('The dashboard', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows numbers, trends, tables and breakdowns without JavaScript', async ({ assert }) => {
    const { visitor, user } = await somebody('administrator')
    await ArticleFactory.merge({ authorId: user.id, title: 'Seen on the dashboard' }).create()

    const { status, text } = await visitor.get('/admin')
    assert.equal(status, 200)
    assert.include(text, 'Published articles')

    const shown = async (place: number) => (await visitor.get(`/admin/dashboard/${place}`)).text
    assert.match(await shown(0), /dashboard-figure">\s*\d/)
    assert.include(await shown(4), '<rect')
    assert.include(await shown(6), 'Seen on the dashboard')
    assert.include(await shown(7), `<dt>${user.username}</dt>`)
  })

  test('shows each widget on a page of its own, and none that there is not', async ({ assert }) => {
    const { visitor } = await somebody('administrator')

    assert.include((await visitor.get('/admin/dashboard/0')).text, 'Published articles')
    assert.equal((await visitor.get('/admin/dashboard/99')).status, 404)
  })

  test('leaves out what is not for somebody, and counts only what they may see', async ({
    assert,
  }) => {
    const { visitor } = await somebody('author')
    const before = (await visitor.get('/admin/dashboard/1')).text
    assert.match(before, /dashboard-figure">\s*0\s*</)

    const other = await UserFactory.create()
    await ArticleFactory.merge({ authorId: other.id }).apply('draft').create()
    const { visitor: another } = await somebody('author')
    assert.match((await another.get('/admin/dashboard/1')).text, /dashboard-figure">\s*0\s*</)
  })
})

test.group('Searching everything', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('finds rows by words, by key and by email, grouped by resource', async ({ assert }) => {
    const { visitor, user } = await somebody('administrator')
    const article = await ArticleFactory.merge({
      authorId: user.id,
      title: 'Zeppelin hangars',
    }).create()

    const byWord = await visitor.get('/admin/search?q=zeppelin')
    assert.include(byWord.text, `href="/admin/articles/${article.id}"`)
    const byKey = await visitor.get(`/admin/search?q=%23${article.id}`)
    assert.include(byKey.text, `href="/admin/articles/${article.id}"`)
    const byEmail = await visitor.get(`/admin/search?q=${encodeURIComponent(user.email)}`)
    assert.include(byEmail.text, `href="/admin/users/${user.id}"`)
  })

  test('finds nothing that somebody may not see, and says what to do', async ({ assert }) => {
    const { user } = await somebody('administrator')
    const { visitor } = await somebody('author')
    await ArticleFactory.merge({ authorId: user.id, title: 'Zeppelin secrets' })
      .apply('draft')
      .create()

    for (const text of ['zeppelin', user.email]) {
      const { text: page } = await visitor.get(`/admin/search?q=${encodeURIComponent(text)}`)
      assert.include(page, 'Nothing was found')
    }
    assert.include((await visitor.get('/admin/search')).text, 'Look for anything')
  })

  test('takes whatever is typed', async ({ assert }) => {
    const { visitor } = await somebody('administrator')

    for (const text of ["'; --", '%_\\', '"', '9'.repeat(400), '<b>']) {
      const { status } = await visitor.get(`/admin/search?q=${encodeURIComponent(text)}`)
      assert.equal(status, 200, text)
    }
  })

  test('gives the palette the places that somebody may go to, and rows', async ({ assert }) => {
    const { visitor, user } = await somebody('author')
    await ArticleFactory.merge({ authorId: user.id, title: 'Zeppelin drafts' })
      .apply('draft')
      .create()

    const places = (await paletteOf(visitor)).map(({ href }) => href)
    assert.includeMembers(places, ['/admin', '/admin/articles', '/admin/articles/new'])
    assert.notInclude(places, '/admin/roles')
    assert.notInclude(places, '/admin/explain')
    assert.equal((await paletteOf(visitor, 'zeppelin'))[0].label, 'Zeppelin drafts')
  })
})

test.group('Asking why somebody may do something', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('names roles, grants and the policy, and what holds of each field', async ({ assert }) => {
    const { visitor } = await somebody('administrator')
    const { user: editor } = await somebody('editor')
    const article = await ArticleFactory.merge({ authorId: editor.id }).create()
    const ask = (action: string) =>
      visitor.get(
        `/admin/explain?user=${editor.username}&resource=articles&action=${action}&key=${article.id}`
      )

    const yes = await ask('publish')
    assert.include(yes.text, `Yes: ${editor.username} may publish articles ${article.id}`)
    assert.include(yes.text, 'The role editor grants publish on articles')
    assert.include(yes.text, 'Filled in by the program')

    const about = `/admin/explain?user=${editor.email}&resource=sessions&action=delete`
    assert.include((await visitor.get(about)).text, 'may not delete sessions')
  })

  test('says at its place what is wrong with the question', async ({ assert }) => {
    const { visitor } = await somebody('administrator')

    for (const query of [
      'user=nobody-of-this-name',
      'user=guest&resource=nothing',
      'user=guest&resource=articles&key=0',
      'user=guest&resource=articles&action=paint',
    ]) {
      const { status, text } = await visitor.get(`/admin/explain?${query}`)
      assert.equal(status, 422, query)
      assert.include(text, 'aria-invalid="true"', query)
    }
  })

  test('is for administrators', async ({ assert }) => {
    const { visitor } = await somebody('editor')

    assert.equal((await visitor.get('/admin/explain')).status, 403)
  })
})

test.group('Ejecting a template of the admin', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(async () => {
    await rm(app.viewsPath('admin/rate_limits'), { recursive: true, force: true })
  })

  test('copies a screen, which is used from then on, and nothing over it', async ({ assert }) => {
    const { visitor } = await somebody('administrator')
    const file = app.viewsPath('admin/rate_limits/list.edge')

    assert.equal((await eject('admin', 'rate_limits', 'list')).exitCode, 0)
    assert.equal((await visitor.get('/admin/rate_limits')).status, 200)
    await appendFile(file, '\n<p>Our own words</p>\n')
    assert.include((await visitor.get('/admin/rate_limits')).text, 'Our own words')
    assert.notInclude((await visitor.get('/admin/tags')).text, 'Our own words')

    const { exitCode, said } = await eject('admin', 'rate_limits', 'list')
    assert.equal(exitCode, 1)
    assert.include(said, 'is there already')
  })

  test('says what there is when something is named wrongly', async ({ assert }) => {
    for (const [words, answer] of [
      [['admin'], 'Name a resource'],
      [['admin', 'nothing', 'list'], 'There is no resource "nothing"'],
      [['admin', 'tags', 'page'], 'There are list, form, show, field'],
      [['admin', 'users', 'field', 'password'], 'has no field "password" that is shown'],
    ] as const) {
      const { exitCode, said } = await eject(...words)
      assert.equal(exitCode, 1)
      assert.include(said, answer)
    }
  })
})
