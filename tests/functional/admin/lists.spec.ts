import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { Visitor, withRealSessions } from '../accounts/visitor.ts'
import { administrator, editor } from './people.ts'

async function visitorOf(user: { email: string }) {
  const visitor = new Visitor()
  await visitor.signIn(user.email)
  return visitor
}

async function articles(...titles: string[]) {
  for (const title of titles) await ArticleFactory.merge({ title }).create()
}

/** Titles of the rows, in order */
function titlesIn(html: string) {
  return [...html.matchAll(/name="keys\[\]"\s+value="[^"]+"\s+aria-label="Select ([^"]+)"/g)].map(
    ([, title]) => title
  )
}

test.group('A list', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is put in order, searched and filtered by its address', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    await articles('Beans', 'Apples', 'Cherries')
    const list = async (query: string) =>
      titlesIn((await visitor.get(`/admin/articles?${query}`)).text)

    assert.deepEqual(await list('sort=title'), ['Apples', 'Beans', 'Cherries'])
    assert.deepEqual(await list('sort=-title'), ['Cherries', 'Beans', 'Apples'])
    assert.deepEqual(await list('q=bean'), ['Beans'])
    assert.deepEqual(await list('sort=title&filter=title:a%20OR%20title:Ch'), [
      'Apples',
      'Beans',
      'Cherries',
    ])
  })

  test('names a row whose title is empty or blank by its key', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    const rows = await ArticleFactory.merge([{ title: '' }, { title: '  ' }]).createMany(2)
    const { text } = await visitor.get('/admin/articles?sort=id')
    const dashboard = await visitor.get('/admin')

    assert.deepEqual(
      titlesIn(text),
      rows.map(({ id }) => `Article ${id}`)
    )
    for (const { id } of rows) {
      assert.match(text, new RegExp(`class="row-link"[^>]*>\\s*Article ${id}\\s*</a>`))
      assert.match(dashboard.text, new RegExp(`class="row-link"[^>]*>\\s*Article ${id}\\s*</a>`))
    }
  })

  test('takes about a kilobyte for each of its rows', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    await articles('Beans')
    const short = (await visitor.get('/admin/articles')).text
    await articles(...Array.from({ length: 24 }, (_, index) => `A title as long as most, ${index}`))
    const long = (await visitor.get('/admin/articles')).text

    assert.isBelow((long.length - short.length) / 24, 1100)
    assert.isBelow(short.length, 45_000)
  })

  test('is read page by page in both directions', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    await articles(...Array.from({ length: 12 }, (_, index) => `Title ${10 + index}`))
    const settings = '/admin/articles/settings'
    await visitor.send(settings, `${settings}?_method=PUT`, {
      'order[]': ['title'],
      'shown[]': ['title'],
      'size': '10',
    })

    const first = (await visitor.get('/admin/articles?sort=title')).text
    const [, next] = /rel="next"\s+href="([^"]+)"/.exec(first)!
    const second = (await visitor.get(next.replaceAll('&amp;', '&'))).text
    assert.lengthOf(titlesIn(first), 10)
    assert.deepEqual(titlesIn(second), ['Title 20', 'Title 21'])

    const [, previous] = /rel="prev"\s+href="([^"]+)"/.exec(second)!
    const again = (await visitor.get(previous.replaceAll('&amp;', '&'))).text
    assert.deepEqual(titlesIn(again), titlesIn(first))
  })

  test('says where a filter is wrong, and stays usable', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())

    const { status, text } = await visitor.get('/admin/articles?filter=title:a%20AND%20nonsense=3')
    assert.equal(status, 400)
    assert.include(text, 'title:a AND <mark>nonsense=3</mark>')
    assert.match(text, /name="filter"[^>]*aria-invalid="true"/)
    assert.include(text, 'Show the list without the filter')

    for (const query of ['sort=nonsense', 'cursor=nonsense', 'sort=title&cursor=a.b']) {
      const page = await visitor.get(`/admin/articles?${query}`)
      assert.equal(page.status, 400, query)
      assert.include(page.text, 'role="alert"', query)
    }
  })

  test('makes a filter of the lines of its form', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    await articles('Beans', 'Apples')
    const form = new URLSearchParams({
      'c[0][0][path]': 'title',
      'c[0][0][operator]': 'starts',
      'c[0][0][value]': 'App',
      'c[0][1][path]': 'publishedAt',
      'c[0][1][operator]': 'empty',
      'c[1][0][path]': 'author',
      'c[1][0][operator]': 'filled',
    })

    const added = await visitor.get(`/admin/articles?${form}&add[new]=author.bio&build=1`)
    assert.equal(added.status, 200)
    assert.include(added.text, 'name="c[2][0][path]" value="author.bio"')
    assert.include(added.text, 'value="App"')

    const { location } = await visitor.get(`/admin/articles?${form}&apply=1`)
    const filter = new URL(location!, 'http://localhost').searchParams.get('filter')
    assert.equal(filter, '(title = App* OR (NOT publishedAt:*)) AND author:*')

    const { text } = await visitor.get(location!)
    assert.deepEqual(titlesIn(text), ['Apples'])
    assert.include(text, 'Title starts with App or Published at is empty')
    assert.include(text, 'name="c[0][0][path]" value="title"')
  })

  test('says in words what is empty and what is not, however it is written', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    const chips = async (filter: string) =>
      (await visitor.get(`/admin/articles?filter=${encodeURIComponent(filter)}`)).text

    assert.include(await chips('publishedAt = null'), '<span>Published at is empty</span>')
    assert.include(await chips('-publishedAt:*'), '<span>Published at is empty</span>')
    assert.include(await chips('publishedAt != null'), '<span>Published at has a value</span>')
  })

  test('is saved as a view, alone or for a role, and opens with it', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    const other = await visitorOf(await editor())
    await articles('Beans', 'Apples')
    const view = { 'resource': 'articles', 'query[filter]': 'title:bean', 'isDefault': '1' }

    await visitor.send('/admin/articles', '/admin/views', { ...view, name: 'Legumes' })
    const opened = await visitor.get('/admin/articles')
    assert.deepEqual(titlesIn(opened.text), ['Beans'])
    assert.include(opened.text, 'Legumes')
    assert.lengthOf(titlesIn((await visitor.get('/admin/articles?view=all')).text), 2)
    assert.notInclude((await other.get('/admin/articles')).text, 'Legumes')

    const shared = {
      ...view,
      'name': 'Shared',
      'sharedWith': 'editor',
      'query[filter]': 'title:app',
    }
    await visitor.send('/admin/articles', '/admin/views', shared)
    assert.include((await other.get('/admin/articles')).text, 'Shared')

    const twice = await visitor.send('/admin/articles', '/admin/views', shared)
    assert.include(
      (await visitor.get(twice.location!)).text,
      'You have a view of this name already'
    )
  })

  test('shares no view with a role that somebody does not have', async ({ assert }) => {
    const visitor = await visitorOf(await editor())
    const view = { 'resource': 'articles', 'name': 'Mine', 'query[q]': 'a' }

    await visitor.send('/admin/articles', '/admin/views', { ...view, sharedWith: 'administrator' })
    assert.notInclude((await visitor.get('/admin/articles/settings')).text, 'Mine')
  })

  test('leads nobody to another one’s view', async ({ assert }) => {
    const visitor = await visitorOf(await editor())
    const other = await visitorOf(await editor())
    await visitor.send('/admin/articles', '/admin/views', { resource: 'articles', name: 'Mine' })
    const { text } = await visitor.get('/admin/articles/settings')
    const [, id] = /\/admin\/views\/(\d+)/.exec(text)!

    const gone = await other.send('/admin/articles', `/admin/views/${id}?_method=DELETE`)
    assert.equal(gone.status, 404)
  })

  test('shows the columns that were chosen, in their order', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    await articles('Beans')
    const settings = '/admin/articles/settings'
    const heads = async () =>
      [...(await visitor.get('/admin/articles')).text.matchAll(/href="[^"]*sort=([\w-]+)"/g)].map(
        ([, name]) => name
      )

    await visitor.send(settings, `${settings}?_method=PUT`, {
      'order[]': ['slug', 'title', 'author', 'nonsense'],
      'shown[]': ['slug', 'title', 'nonsense'],
      'move': 'down:slug',
      'density': 'compact',
    })
    assert.deepEqual(await heads(), ['title', 'slug'])
    assert.include((await visitor.get('/admin/articles')).text, 'list-compact')

    await visitor.send(settings, `${settings}?_method=PUT`, { reset: '1' })
    assert.include(await heads(), 'author')
  })

  test('says nothing of fields that somebody may not read', async ({ assert }) => {
    const visitor = await visitorOf(await editor())
    const hidden = await UserFactory.create()

    const pages = await Promise.all(
      ['', '/settings', '/facets', '/count', '?build=1'].map((page) =>
        visitor.get(`/admin/users${page}`)
      )
    )
    for (const { text } of pages) assert.notInclude(text, hidden.email)
    assert.notInclude(pages[1].text, 'emailVerifiedAt')
    assert.equal((await visitor.get('/admin/users?sort=email')).status, 400)
    assert.equal((await visitor.get('/admin/users/examine')).status, 403)
  })

  test('counts exactly when asked, also without a script', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())
    await articles('Beans', 'Apples')

    const { location } = await visitor.get('/admin/articles/count?kind=exact&q=beans')
    assert.include((await visitor.get(location!)).text, '1 row')
  })

  test('speaks the language that was chosen', async ({ assert }) => {
    const visitor = await visitorOf(await administrator())

    assert.include((await visitor.get('/admin/articles?lang=de')).text, '<html')
    const { text } = await visitor.get('/admin/articles')
    assert.match(text, /<html\s+lang="de"/)
    assert.include(text, 'Noch keine Einträge')
  })
})
