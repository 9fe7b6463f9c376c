import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Role, RoleGrant } from '#atrium/resource/main'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator } from './administrator.ts'
import { formIn, openForm } from './open_form.ts'
import { withRealSessions } from '../accounts/visitor.ts'

test.group('Two people who change the same row', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function twoForms() {
    const { visitor } = await administrator()
    const article = await ArticleFactory.merge({ title: 'Old title' }).create()
    const path = `/admin/articles/${article.id}/edit`
    const [mine, theirs] = [await openForm(visitor, path), await openForm(visitor, path)]
    return { visitor, article, path, mine, theirs }
  }

  test('see what clashes and choose, and what does not is taken together', async ({ assert }) => {
    const { visitor, article, path, mine, theirs } = await twoForms()
    await theirs.send({ title: 'Their title', description: 'Their description' })

    const page = await mine.send({ title: 'My title', body: 'My body' })
    assert.equal(page.status, 409)
    for (const text of ['Old title', 'Their title', 'My title', 'Their description']) {
      assert.include(page.text, text)
    }
    await article.refresh()
    assert.equal(article.title, 'Their title')

    const saved = await formIn(visitor, path, page).send({ '_keep[title]': 'mine' })
    assert.equal(saved.status, 303)
    await article.refresh()
    assert.deepEqual(
      [article.title, article.description, article.body],
      ['My title', 'Their description', 'My body']
    )
  })

  test('may keep what the other one wrote', async ({ assert }) => {
    const { visitor, article, path, mine, theirs } = await twoForms()
    await theirs.send({ title: 'Their title' })

    const page = await mine.send({ title: 'My title', body: 'My body' })
    await formIn(visitor, path, page).send({ '_keep[title]': 'theirs' })
    await article.refresh()
    assert.deepEqual([article.title, article.body], ['Their title', 'My body'])
  })

  test('may go back to the form with all of it', async ({ assert }) => {
    const { visitor, path, mine, theirs } = await twoForms()
    await theirs.send({ description: 'Their description' })

    const page = await mine.send({ title: 'My title' })
    const form = formIn(visitor, path, await formIn(visitor, path, page).send({ _then: 'edit' }))
    assert.equal(form.values.title, 'My title')
    assert.equal(form.values.description, 'Their description')
    assert.equal((await form.send({ title: 'My other title' })).status, 303)
  })

  test('are not asked when the other one touched nothing of the form', async ({ assert }) => {
    const { article, mine } = await twoForms()
    await article.merge({ rendererVersion: article.rendererVersion + 1 }).save()

    assert.equal((await mine.send({ title: 'My title' })).status, 303)
    await article.refresh()
    assert.equal(article.title, 'My title')
  })

  test('are asked about inline rows too', async ({ assert }) => {
    const { visitor } = await administrator()
    const role = await Role.create({ name: 'gardener', description: null })
    const grant = await RoleGrant.create({
      roleId: role.id,
      resource: 'articles',
      action: 'list',
      fields: null,
    })
    const path = `/admin/roles/${role.id}/edit`
    const mine = await openForm(visitor, path)
    await grant.merge({ action: 'show' }).save()

    const page = await mine.send({ 'grants[0][action]': 'update' })
    assert.equal(page.status, 409)
    const kept = { [`_keep[grants/${grant.id}/action]`]: 'mine' }
    const asked = await formIn(visitor, path, page).send(kept)
    assert.equal(asked.status, 422)
    await formIn(visitor, path, asked).send({ _password: 'password123' })
    await grant.refresh()
    assert.equal(grant.action, 'update')
  })
})
