import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { deliver, withFakeMail } from './mails.ts'
import { Visitor, withRealSessions } from './visitor.ts'

async function somebody() {
  const [visitor, user] = [new Visitor(), await UserFactory.create()]
  await visitor.signIn(user.email)

  const { username, email } = user
  const save = (fields: object) =>
    visitor.send('/settings', '/settings?_method=PUT', { username, email, ...fields })
  return { visitor, user, save }
}

/** As if the sign-in of everybody was longer ago than it proves anything. */
async function letTimePass() {
  await db.rawQuery(
    `update sessions set data = regexp_replace(data, '"signed_in_at":\\d+', '"signed_in_at":1')`
  )
}

test.group('The settings', (group) => {
  withRealSessions(group)
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('show what is stored, and lead to the profile when they are saved', async ({ assert }) => {
    const { visitor, user, save } = await somebody()
    const name = `${user.username}-ü`
    const answer = await save({
      username: name,
      bio: 'I <b>write</b>',
      image: 'https://example.com/me.png',
      password: '',
      current_password: '',
    })

    assert.equal(answer.location, `/profile/${encodeURIComponent(name)}`)
    const { text } = await visitor.get('/settings')
    assert.include(text, name)
    assert.include(text, 'I &lt;b&gt;write&lt;/b&gt;')
    assert.include(text, 'https://example.com/me.png')
    assert.lengthOf(await deliver(), 0)
  })

  test('take bio and image away when they are left empty', async ({ assert }) => {
    const { user, save } = await somebody()
    await save({ bio: 'I write', image: 'https://example.com/me.png' })
    await save({ bio: '', image: '' })

    const { bio, image } = await User.findOrFail(user.id)
    assert.isNull(bio)
    assert.isNull(image)
  })

  test('set a new password without the old one right after signing in', async ({ assert }) => {
    const { visitor, user, save } = await somebody()
    const elsewhere = new Visitor()
    await elsewhere.signIn(user.email, 'password123', { remember: '1' })
    const answer = await save({ password: 'another one' })

    assert.equal(answer.location, `/profile/${user.username}`)
    assert.isTrue(await visitor.isSignedIn())
    assert.isFalse(await elsewhere.isSignedIn())
    await elsewhere.signIn(user.email, 'another one')
    assert.isTrue(await elsewhere.isSignedIn())
    assert.equal((await deliver())[0].subject, 'Your password was changed')
  })

  test('ask for the old password some time later, and say so at its field', async ({ assert }) => {
    const { visitor, user, save } = await somebody()
    await letTimePass()
    await save({ password: 'another one' })

    const { text } = await visitor.get('/settings')
    assert.include(text, 'Current password is needed for this change')
    assert.equal((await User.findOrFail(user.id)).password, user.password)

    await save({ password: 'another one', current_password: 'wrong' })
    assert.include((await visitor.get('/settings')).text, 'Current password is not right')

    const answer = await save({ password: 'another one', current_password: 'password123' })
    assert.equal(answer.location, `/profile/${user.username}`)
  })

  test('ask for the old password some time later when the email changes', async ({ assert }) => {
    const { save } = await somebody()
    await letTimePass()

    assert.equal((await save({ email: 'new@example.com' })).location, '/settings')
    assert.lengthOf(await deliver(), 0)
    const answer = await save({ email: 'new@example.com', current_password: 'password123' })
    assert.notEqual(answer.location, '/settings')
    assert.lengthOf(await deliver(), 2)
  })

  test('do not take being remembered for a proof', async ({ assert }) => {
    const { visitor, user, save } = await somebody()
    await visitor.send('/settings', '/logout')
    await visitor.signIn(user.email, 'password123', { remember: '1' })
    visitor.cookies.delete('atrium-session')

    assert.equal((await save({ password: 'another one' })).location, '/settings')
  })

  test('are shown to nobody who is not signed in', async ({ assert }) => {
    for (const path of ['', '/security', '/tokens', '/delete']) {
      assert.equal((await new Visitor().get(`/settings${path}`)).location, '/login')
    }
  })
})

test.group('A new password on the security page', (group) => {
  withRealSessions(group)
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const change = (visitor: Visitor, current: string, password: string, again = password) =>
    visitor.send('/settings/security', '/settings/password?_method=PUT', {
      current_password: current,
      password,
      password_confirmation: again,
    })

  test('always takes the old one', async ({ assert }) => {
    const { visitor, user } = await somebody()
    await change(visitor, 'wrong', 'another one')
    await change(visitor, '', 'another one')
    await change(visitor, 'password123', 'another one', 'another two')
    assert.equal((await User.findOrFail(user.id)).password, user.password)

    await change(visitor, 'password123', 'another one')
    assert.notEqual((await User.findOrFail(user.id)).password, user.password)
  })

  test('ends other sessions and remembered browsers, not this one', async ({ assert }) => {
    const { visitor, user } = await somebody()
    const elsewhere = new Visitor()
    await elsewhere.signIn(user.email, 'password123', { remember: '1' })
    await change(visitor, 'password123', 'another one')

    assert.isTrue(await visitor.isSignedIn())
    assert.isFalse(await elsewhere.isSignedIn())
    assert.equal((await deliver())[0].subject, 'Your password was changed')
  })
})
