import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Role, RoleGrant } from '#atrium/resource/main'
import UserRole from '#app/accounts/models/user_role'
import { UserFactory } from '#database/factories/user_factory'

import * as people from './people.ts'
import { formIn, openForm } from './open_form.ts'
import { administrator } from './administrator.ts'
import { runChecked, send, upload } from './import_steps.ts'
import { withRealSessions } from '../accounts/visitor.ts'

const RIGHT = { _password: 'password123' }
const WRONG = { _password: 'not this one' }

test.group('What gives access', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is given by the form of a user only with the own password, and keeps what was typed', async ({
    assert,
  }) => {
    const { user, visitor } = await administrator()
    const noor = await UserFactory.create()
    const editor = await Role.findByOrFail({ name: 'editor' })
    const path = `/admin/users/${noor.id}/edit`
    const typed = { 'roles[]': ['', String(editor.id)], 'bio': 'Typed & <kept>' }
    const held = () => UserRole.query().where('userId', noor.id)

    const form = await openForm(visitor, path)
    assert.include(form.page.text, 'Your password')
    const none = await form.send(typed)
    assert.equal(none.status, 422)
    assert.include(none.text, 'href="#field-_password"')
    assert.include(none.text, 'Your password is needed')

    const wrong = await formIn(visitor, path, none).send(WRONG)
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'id="field-_password-error"')
    assert.include(wrong.text, 'Your password is not right.')
    assert.notInclude(wrong.text, 'not this one')
    assert.lengthOf(await held(), 0)
    await noor.refresh()
    assert.notEqual(noor.bio, typed.bio)

    const saved = await formIn(visitor, path, wrong).send({ ...RIGHT, _reason: 'Looks after tags' })
    assert.equal(saved.status, 303)
    const [given] = await held()
    assert.equal(given.roleId, editor.id)
    const [entry] = await given.history().limit(1)
    assert.equal(entry.operation?.actor, String(user.id))
    assert.equal(entry.operation?.reason, 'Looks after tags')
    await noor.refresh()
    assert.equal(noor.bio, typed.bio)
  })

  test('is not what else a user has: that is saved without the password', async ({ assert }) => {
    const { visitor } = await administrator()
    const noor = await UserFactory.create()
    const { email } = noor
    const path = `/admin/users/${noor.id}/edit`

    const saved = await (await openForm(visitor, path)).send({ bio: 'Another life' })
    assert.equal(saved.status, 303)
    const refused = await (await openForm(visitor, path)).send({ email: 'mine@example.com' })
    assert.equal(refused.status, 422)

    await noor.refresh()
    assert.deepEqual([noor.bio, noor.email], ['Another life', email])
    assert.notInclude((await visitor.get('/admin/tags/new')).text, '_password')
  })

  test('is what a role is granted, in its form or by itself', async ({ assert }) => {
    const { visitor } = await administrator()
    const role = await Role.create({ name: 'gardener', description: null })
    const user = await UserFactory.create()
    const grant = { 'grants[0][resource]': '*', 'grants[0][action]': '*' }
    const forms: Record<string, Record<string, string>> = {
      [`/admin/roles/${role.id}/edit`]: grant,
      '/admin/role_grants/new': { roleId: String(role.id), resource: '*', action: 'list' },
      '/admin/user_roles/new': { userId: String(user.id), roleId: String(role.id) },
    }
    const written = async () =>
      (await RoleGrant.query().where('roleId', role.id)).length +
      (await UserRole.query().where('roleId', role.id)).length

    for (const [path, typed] of Object.entries(forms)) {
      const before = await written()
      for (const password of [{}, WRONG]) {
        const refused = await (await openForm(visitor, path)).send({ ...typed, ...password })
        assert.equal(refused.status, 422, path)
      }
      assert.equal(await written(), before, path)

      const saved = await (await openForm(visitor, path)).send({ ...typed, ...RIGHT })
      assert.equal(saved.status, 303, path)
      assert.equal(await written(), before + 1, path)
    }
  })

  test('is not changed in the cells of a list', async ({ assert }) => {
    const { visitor } = await administrator()
    const noor = await UserFactory.create()
    const grant = await RoleGrant.firstOrFail()
    const cells = [`users/${noor.id}/cells/email`, `role_grants/${grant.id}/cells/action`]

    for (const cell of cells) {
      assert.equal((await visitor.get(`/admin/${cell}`)).status, 404, cell)
      const path = `/admin/${cell}?_method=PUT`
      const typed = { email: 'mine@example.com', action: '*' }
      assert.equal((await visitor.send('/admin/users', path, typed)).status, 404, cell)
    }
    assert.equal((await visitor.get(`/admin/users/${noor.id}/cells/username`)).status, 302)
  })

  test('is changed in many rows only with the own password', async ({ assert }) => {
    const { visitor } = await administrator()
    const noor = await UserFactory.create()
    const editor = await Role.findByOrFail({ name: 'editor' })
    const list = '/admin/users'
    const chosen = await visitor.send(list, `${list}/selections`, { 'keys[]': String(noor.id) })
    const address = `${chosen.location}/edit`
    const edit = { '_change[]': 'roles', 'roles[]': String(editor.id), 'step': 'run' }

    for (const password of ['', 'not this one']) {
      const refused = await visitor.send(address, address, { ...edit, password })
      assert.equal(refused.status, 422)
      assert.include(refused.text, 'name="password"')
    }
    assert.lengthOf(await UserRole.query().where('userId', noor.id), 0)

    const bio = { '_change[]': 'bio', 'bio': 'Together', 'step': 'run' }
    assert.equal((await visitor.send(address, address, bio)).status, 303)
    const run = await visitor.send(address, address, { ...edit, password: 'password123' })
    assert.equal(run.status, 303)
    assert.lengthOf(await UserRole.query().where('userId', noor.id), 1)
  })

  test('is taken back from the history only with the own password', async ({ assert }) => {
    const { visitor } = await administrator()
    const role = await Role.create({ name: 'gardener', description: null })
    const grant = { roleId: role.id, resource: 'tags', action: 'list', fields: null }
    const { id } = await RoleGrant.create(grant)
    const list = '/admin/role_grants'
    const grants = () => RoleGrant.query().where('roleId', role.id)

    await visitor.send(list, `${list}/${id}?_method=DELETE`)
    const [undo] = /\/admin\/undo\/[\w-]+/.exec((await visitor.get(list)).text)!
    for (const password of [{}, WRONG]) {
      const asked = await visitor.send(list, undo, password)
      assert.equal(asked.status, 422)
      assert.include(asked.text, 'name="_password"')
      const isWrong = 'Your password is not right'
      assert.equal(asked.text.includes(isWrong), password === WRONG)
    }
    assert.lengthOf(await grants(), 0)
    const asked = await visitor.send(`${list}?q=tags`, undo)
    const from = /name="_from" value="([^"]+)"/.exec(asked.text)![1]
    const undone = await visitor.send(list, undo, { ...RIGHT, _from: from })
    assert.deepEqual([undone.status, undone.location], [303, `${list}?q=tags`])
    const [back] = await grants()

    await back.merge({ action: 'show' }).save()
    const [entry] = await back.history().orderBy('id', 'desc').limit(1)
    const restore = `${list}/${back.id}/history/${entry.id}/restore`
    const field = { field: 'action' }
    const refused = await visitor.send(list, restore, field)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'name="field" value="action"')
    assert.equal((await visitor.send(list, restore, { ...field, ...RIGHT })).status, 303)
    await back.refresh()
    assert.equal(back.action, 'list')
  })

  test('is not what is taken back of what else a user has', async ({ assert }) => {
    const { visitor } = await administrator()
    const noor = await UserFactory.create()
    const path = `/admin/users/${noor.id}`
    const { bio } = noor
    await (await openForm(visitor, `${path}/edit`)).send({ bio: 'Another life' })

    const [undo] = /\/admin\/undo\/[\w-]+/.exec((await visitor.get(path)).text)!
    assert.equal((await visitor.send(path, undo)).status, 303)
    await noor.refresh()
    assert.equal(noor.bio, bio)

    await (await openForm(visitor, `${path}/edit`)).send({ email: 'mine@example.com', ...RIGHT })
    const [other] = /\/admin\/undo\/[\w-]+/.exec((await visitor.get(path)).text)!
    assert.equal((await visitor.send(path, other)).status, 422)
  })
})

test.group('A file that gives access', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is imported only with the own password', async ({ assert, client }) => {
    const person = await people.administrator()
    const role = await Role.create({ name: 'gardener', description: null })
    const file = `Role,Resource,Action\r\n${role.id},*,*`
    const { address } = await upload(client, person, file, 'rows.csv', 'role_grants')
    await send(client, person, address, { columns: ['roleId', 'resource', 'action'] })

    for (const password of ['', 'not this one']) {
      const refused = await runChecked(client, person, address, { password })
      refused.assertStatus(422)
      refused.assertTextIncludes('name="password"')
    }
    assert.lengthOf(await RoleGrant.query().where('roleId', role.id), 0)

    const run = await runChecked(client, person, address, { password: 'password123' })
    run.assertStatus(303)
    assert.lengthOf(await RoleGrant.query().where('roleId', role.id), 1)
  })
})
