import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { Role, RoleGrant } from '#atrium/resource/main'

/** Leaves whoever is signed in these fields of their profile, or nothing of it. */
async function limitProfileTo(fields: string[]) {
  const { id: roleId } = await Role.findByOrFail('name', 'member')
  const grant = RoleGrant.query().where({ roleId, resource: 'users', action: 'update' })
  await (fields.length ? grant.update({ fields }) : grant.delete())
}

test.group('A profile', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is changed by its owner as far as a role grants it, in the settings', async ({
    client,
    assert,
  }) => {
    const user = await UserFactory.merge({ bio: 'Two\nlines' }).create()
    const { username, email } = user
    const save = (changes: object) =>
      client
        .put('/settings')
        .form({ username, email, bio: 'Two\r\nlines', image: '', ...changes })
        .loginAs(user)
        .withCsrfToken()
        .redirects(0)
    await limitProfileTo(['image'])

    const renamed = await save({ username: 'another' })
    renamed.assertStatus(403)
    renamed.assertTextIncludes('You may not set username of users')
    const pictured = await save({ image: 'https://example.com/a.png' })
    pictured.assertStatus(302)
    await user.refresh()
    assert.equal(user.username, username)
    assert.equal(user.image, 'https://example.com/a.png')

    const page = await client.get('/settings').loginAs(user)
    assert.match(page.text(), /id="username"[^>]*readOnly/i)
    assert.match(page.text(), /id="bio"[^>]*readOnly/i)
    assert.notMatch(page.text(), /id="image"[^>]*readOnly/i)
  })

  test('is changed by its owner as far as a role grants it, by the API', async ({
    client,
    assert,
  }) => {
    const user = await UserFactory.create()
    const save = (changes: object) =>
      client.put('/api/user').json({ user: changes }).withGuard('api').loginAs(user)
    await limitProfileTo([])

    const refused = await save({ bio: 'Somebody' })
    refused.assertStatus(403)
    refused.assertBody({ errors: { user: ['forbidden'] } })
    await user.refresh()
    assert.isNull(user.bio)

    const same = await save({ username: user.username })
    same.assertStatus(200)
  })

  test('is one thing, and what its owner signs in with another: no grant takes that', async ({
    client,
    assert,
  }) => {
    const user = await UserFactory.create()
    const { username, bio, password: before } = user
    await limitProfileTo([])

    const saved = await client
      .put('/settings')
      .form({
        username,
        bio: bio ?? '',
        email: user.email,
        password: 'a new password',
        current_password: 'password123',
      })
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    saved.assertStatus(302)
    await user.refresh()
    assert.notEqual(user.password, before)
  })
})
