import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { Role, RoleGrant } from '#atrium/resource/main'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openForm } from './open_form.ts'
import { administrator } from './administrator.ts'
import { withRealSessions } from '../accounts/visitor.ts'

test.group('The form of a row', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('makes a row and leads to it, with a way to undo that', async ({ assert }) => {
    const { visitor } = await administrator()

    const saved = await (await openForm(visitor, '/admin/tags/new')).send({ name: 'gardens' })
    const tag = await Tag.findByOrFail({ name: 'gardens' })
    assert.equal(saved.status, 303)
    assert.equal(saved.location, `/admin/tags/${tag.id}`)

    const page = await visitor.get(saved.location!)
    assert.include(page.text, 'gardens was created.')
    const [undo] = /\/admin\/undo\/[\w-]+/.exec(page.text)!
    const undone = await visitor.send('/admin/tags', undo)
    assert.equal(undone.status, 303)
    assert.isNull(await Tag.findBy({ name: 'gardens' }))
  })

  test('says what is wrong beside the field and at the top, and keeps what was typed', async ({
    assert,
  }) => {
    const { visitor } = await administrator()
    const { id } = await Role.findByOrFail({ name: 'editor' })

    const form = await openForm(visitor, `/admin/roles/${id}/edit`)
    const refused = await form.send({
      name: '',
      description: 'Typed & <kept>',
      _password: 'password123',
    })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'href="#field-name"')
    assert.include(refused.text, 'id="field-name-error"')
    assert.include(refused.text, 'Typed &amp; &lt;kept&gt;')
    assert.notInclude(refused.text, 'was saved')
  })

  test('saves only what was changed since it was opened', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.create()
    const form = await openForm(visitor, `/admin/articles/${article.id}/edit`)

    const saved = await form.send({ title: 'Another title' })
    assert.equal(saved.status, 303)
    const [entry] = await article.history().limit(1)
    assert.sameMembers(Object.keys(entry.before!), ['title', 'updated_at'])

    const again = await (await openForm(visitor, `/admin/articles/${article.id}/edit`)).send()
    assert.equal(again.status, 303)
    assert.include((await visitor.get(again.location!)).text, 'Nothing was changed.')
  })

  test('takes a key, a title or both for the row on the other side', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.create()
    const [ada] = await UserFactory.apply('passwordless').merge({ username: 'ada' }).createMany(1)
    await UserFactory.apply('passwordless').createMany(60)
    const path = `/admin/articles/${article.id}/edit`

    for (const typed of ['ada', String(article.authorId), `ada (${ada.id})`]) {
      const saved = await (await openForm(visitor, path)).send({ authorId: typed })
      assert.equal(saved.status, 303, typed)
    }
    await article.refresh()
    assert.equal(article.authorId, ada.id)

    const refused = await (await openForm(visitor, path)).send({ authorId: 'nobody at all' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'nobody at all')
    assert.include(refused.text, 'id="field-authorId-error"')
  })

  test('links rows and takes links away', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.create()
    await article.tagWith(['trees', 'apples'])
    const pears = await Tag.create({ name: 'pears' })
    const trees = await Tag.findByOrFail({ name: 'trees' })

    const form = await openForm(visitor, `/admin/articles/${article.id}/edit`)
    await form.send({ 'tags[]': ['', String(trees.id), String(pears.id)] })
    await article.load('tags')
    assert.sameMembers(
      article.tags.map(({ name }) => name),
      ['trees', 'pears']
    )
  })

  test('adds, changes and removes inline rows with one save', async ({ assert }) => {
    const { visitor } = await administrator()
    const role = await Role.create({ name: 'gardener', description: null })
    const grant = { roleId: role.id, resource: 'articles', fields: null }
    const [kept, gone] = await RoleGrant.createMany([
      { ...grant, action: 'list' },
      { ...grant, action: 'show' },
    ])
    const path = `/admin/roles/${role.id}/edit`
    const rows = {
      'grants[0][_key]': String(kept.id),
      'grants[0][resource]': 'tags',
      'grants[0][action]': 'list',
      'grants[1][_key]': String(gone.id),
      'grants[1][_remove]': '1',
      'grants[2][resource]': 'comments',
      '_password': 'password123',
    }

    const more = await (await openForm(visitor, path)).send({ ...rows, _add: 'grants' })
    assert.equal(more.status, 422)
    assert.include(more.text, 'name="grants[3][action]"')

    const refused = await (await openForm(visitor, path)).send({ ...rows, 'grants[2][action]': '' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'href="#field-grants-2-action"')

    const saved = await (
      await openForm(visitor, path)
    ).send({ ...rows, 'grants[2][action]': 'list', 'grants[3][resource]': '' })
    assert.equal(saved.status, 303)
    const grants = await RoleGrant.query().where('roleId', role.id).orderBy('id')
    assert.deepEqual(
      grants.map(({ resource, action }) => [resource, action]),
      [
        ['tags', 'list'],
        ['comments', 'list'],
      ]
    )
  })

  test('leaves the address of a new row to be made of its title', async ({ assert }) => {
    const { visitor, user } = await administrator()
    const text = { title: 'On sundials', description: 'Shade', body: 'Noon.', slug: '' }

    for (const slug of ['on-sundials', 'on-sundials-']) {
      const saved = await (await openForm(visitor, '/admin/articles/new')).send(text)
      assert.equal(saved.status, 303)
      const made = await Article.query().orderBy('id', 'desc').firstOrFail()
      assert.include(made.slug, slug)
      assert.equal(made.authorId, user.id)
    }
  })

  test('begins a copy with what the original has', async ({ assert }) => {
    const { visitor } = await administrator()
    const article = await ArticleFactory.merge({ body: 'Copied *text*' }).create()
    await article.tagWith(['trees'])

    const form = await openForm(visitor, `/admin/articles/new?from=${article.id}`)
    assert.include(form.page.text, 'Copied *text*')
    const saved = await form.send({ title: 'A copy', slug: 'a-copy' })
    assert.equal(saved.status, 303)
    const copy = await Article.findByOrFail({ slug: 'a-copy' })
    await copy.load('tags')
    assert.deepEqual(
      [copy.body, copy.authorId, copy.tags[0].name],
      ['Copied *text*', article.authorId, 'trees']
    )
  })

  test('goes on with the row, or with another one that begins with what was chosen', async ({
    assert,
  }) => {
    const { visitor } = await administrator()
    const [first] = await RoleGrant.query().limit(1)
    const row = {
      roleId: String(first.roleId),
      resource: 'sundials',
      action: 'list',
      _password: 'password123',
    }

    const going = await openForm(visitor, '/admin/role_grants/new')
    const another = await going.send({ ...row, _then: 'another' })
    assert.equal(another.location, `/admin/role_grants/new?roleId=${first.roleId}`)

    const staying = await openForm(visitor, '/admin/role_grants/new')
    const next = await staying.send({ ...row, action: 'show', _then: 'continue' })
    assert.match(next.location!, /^\/admin\/role_grants\/\d+\/edit$/)
  })

  test('previews Markdown without what could do harm', async ({ assert }) => {
    const { visitor } = await administrator()
    const { text } = await visitor.send('/admin/tags/new', '/admin/previews/markdown', {
      text: '**bold** <script>alert(1)</script> [x](javascript:alert(1))',
    })
    assert.include(text, '<strong>bold</strong>')
    assert.notMatch(text, /<script|href="javascript/)
  })
})
