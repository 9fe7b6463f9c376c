import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import ApiToken from '#app/accounts/models/api_token'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { ask } from './program.ts'
import { deliver, withFakeMail } from './mails.ts'

/** Somebody, the token they signed in with, and a way to change something about them. */
async function somebody() {
  const user = await UserFactory.create()
  const token = await ApiToken.signIn(user)
  const change = (changes: object) => ask('PUT', '/user', { token, body: { user: changes } })

  return { user, token, change }
}

test.group('Changing the user by the API', (group) => {
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('changes what is sent and nothing else', async ({ assert }) => {
    const { user, token, change } = await somebody()
    const { status, body } = await change({ bio: 'I write', unknown: 'ignored' })

    assert.equal(status, 200)
    assert.deepEqual(body.user, {
      token,
      username: user.username,
      email: user.email,
      bio: 'I write',
      image: null,
    })
    assert.lengthOf(await deliver(), 0)
  })

  test('takes bio and image away with null or an empty string', async ({ assert }) => {
    for (const nothing of [null, '']) {
      const { change } = await somebody()
      await change({ bio: 'I write', image: 'https://example.com/me.png' })

      const { body } = await change({ bio: nothing, image: nothing })
      assert.isNull(body.user.bio)
      assert.isNull(body.user.image)
    }
  })

  test('never takes username, email or password away', async ({ assert }) => {
    const { change } = await somebody()

    for (const nothing of [null, '']) {
      for (const field of ['username', 'email', 'password']) {
        const { status, body } = await change({ [field]: nothing })
        assert.equal(status, 422)
        assert.deepEqual(body.errors, { [field]: ["can't be blank"] })
      }
    }
  })

  test('refuses names of somebody else, but not another case of the own', async ({ assert }) => {
    const [{ user, change }, other] = [await somebody(), await UserFactory.create()]

    const taken = await change({ username: other.username.toUpperCase() })
    assert.equal(taken.status, 409)
    assert.deepEqual(taken.body.errors, { username: ['has already been taken'] })
    assert.equal((await change({ email: other.email })).status, 409)
    assert.equal((await change({ username: user.username.toUpperCase() })).status, 200)
  })

  test('changes the email at once, tells the old address and asks the new one', async ({
    assert,
  }) => {
    const { user, change } = await somebody()
    const { body } = await change({ email: 'new@example.com' })
    assert.equal(body.user.email, 'new@example.com')

    const { emailVerifiedAt } = await User.findOrFail(user.id)
    assert.isNull(emailVerifiedAt)

    const mails = await deliver()
    assert.sameMembers(
      mails.map(({ to }) => to[0]),
      ['new@example.com', user.email]
    )
    assert.match(mails.find(({ to }) => to[0] === 'new@example.com')!.link!, /\/email\/verify\//)
  })

  test('changes the password at once, which ends other sign-ins but not this one', async ({
    assert,
  }) => {
    const { user, token, change } = await somebody()
    const other = await ApiToken.signIn(user)
    await db.table('sessions').insert({
      id: 'x',
      user_id: user.id,
      data: '{}',
      expires_at: new Date(Date.now() + 10_000),
    })

    const { status, body } = await change({ password: 'another one' })
    assert.equal(status, 200)
    assert.equal(body.user.token, token)
    assert.equal((await ask('GET', '/user', { token })).status, 200)
    assert.equal((await ask('GET', '/user', { token: other })).status, 401)
    assert.lengthOf(await db.from('sessions').where('user_id', user.id), 0)

    const credentials = { email: user.email, password: 'another one' }
    const signIn = await ask('POST', '/users/login', { body: { user: credentials } })
    assert.equal(signIn.status, 200)
    assert.deepEqual(
      (await deliver()).map(({ subject }) => subject),
      ['Your password was changed']
    )
  })

  test('changes nothing when one of the changes is refused', async ({ assert }) => {
    const [{ user, change }, other] = [await somebody(), await UserFactory.create()]
    const { status } = await change({ bio: 'new', email: other.email, password: 'another one' })

    assert.equal(status, 409)
    const { bio, password } = await User.findOrFail(user.id)
    assert.isNull(bio)
    assert.equal(password, user.password)
    assert.lengthOf(await deliver(), 0)
  })

  test('accepts a hostile image address as the text that it is', async ({ assert }) => {
    const { change } = await somebody()
    const image = `javascript:alert(1)" onerror="alert(1)`
    const { status, body } = await change({ image })

    assert.equal(status, 200)
    assert.equal(body.user.image, image)
  })
})
