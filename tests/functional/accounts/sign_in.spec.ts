import env from '#start/env'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import hash from '@adonisjs/core/services/hash'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { Argon2Driver } from '#app/accounts/drivers/argon2_driver'

import { ask } from './program.ts'
import { hashesOf } from './work.ts'
import { queriesOf } from '../queries_of.ts'
import { Visitor, withRealSessions } from './visitor.ts'

const logIn = (email: unknown, password: unknown = 'password123') =>
  ask('POST', '/users/login', { body: { user: { email, password } } })

test.group('Signing in on the page', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('leads home, in a session with another id', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]
    await visitor.get('/login')
    const before = visitor.cookies.get('atrium-session')

    const response = await visitor.signIn(user.email.toUpperCase())
    assert.equal(response.location, '/')
    assert.isTrue(await visitor.isSignedIn())
    assert.notEqual(visitor.cookies.get('atrium-session'), before)
  })

  test('leads back to the page that asked for it', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]

    assert.equal((await visitor.get('/settings/tokens')).location, '/login')
    assert.equal((await visitor.signIn(user.email)).location, '/settings/tokens')
  })

  test('leads to where a link said, if that is a path of ours', async ({ assert }) => {
    const user = await UserFactory.create()
    const leadsTo = async (path: string) => {
      const { location } = await new Visitor().signIn(user.email, 'password123', {
        return_to: path,
      })
      return location
    }

    assert.equal(await leadsTo('/article/x?y=1#comments'), '/article/x?y=1#comments')
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', 'x']) {
      assert.equal(await leadsTo(path), '/', path)
    }
  })

  test('stays at /login when it fails, in the same words for known and unknown emails', async ({
    assert,
  }) => {
    const { email } = await UserFactory.create()
    const seen = []

    for (const address of [email, 'nobody@example.com']) {
      const visitor = new Visitor()
      const answer = await visitor.signIn(address, 'not this one')
      assert.equal(answer.location, '/login')

      const { text } = await visitor.get('/login')
      assert.include(text, 'email or password is invalid')
      assert.include(text, address)
      assert.notInclude(text, 'not this one')
      seen.push(text.replaceAll(/<[^>]+>/g, ''))
    }
    assert.equal(seen[0], seen[1])
  })

  test('remembers the browser when asked, also without a session', async ({ assert }) => {
    const user = await UserFactory.create()
    const [asking, notAsking] = [new Visitor(), new Visitor()]
    await asking.signIn(user.email, 'password123', { remember: '1' })
    await notAsking.signIn(user.email)

    for (const visitor of [asking, notAsking]) {
      visitor.cookies.delete('atrium-session')
    }
    assert.isTrue(await asking.isSignedIn())
    assert.isFalse(await notAsking.isSignedIn())
  })

  test('ends by signing out, which leaves nothing behind', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]
    await visitor.signIn(user.email, 'password123', { remember: '1' })
    const stolen = new Map(visitor.cookies)

    const { location } = await visitor.send('/settings', '/logout')
    assert.equal(location, '/')
    assert.isFalse(await visitor.isSignedIn())
    assert.notEqual(visitor.cookies.get('atrium-session'), stolen.get('atrium-session'))

    const thief = new Visitor()
    stolen.forEach((value, name) => thief.cookies.set(name, value))
    assert.isFalse(await thief.isSignedIn())
  })

  test('cannot be done for somebody else from another site', async ({ assert }) => {
    const user = await UserFactory.create()
    const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ email: user.email, password: 'password123' }),
    })

    assert.equal(response.status, 403)
  })
})

test.group('Signing in by the API', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('answers with a token that works for a month', async ({ assert }) => {
    const user = await UserFactory.create()
    const { status, body } = await logIn(user.email)
    assert.equal(status, 200)
    assert.equal((await ask('GET', '/user', { token: body.user.token })).status, 200)

    const [token] = await db.from('api_tokens').where('user_id', user.id)
    const days = (token.expires_at - Date.now()) / 86_400_000
    assert.closeTo(days, 30, 0.01)
  })

  test('says the same of a wrong password and of an unknown email', async ({ assert }) => {
    const user = await UserFactory.create()
    const imported = await UserFactory.apply('passwordless').create()
    const answers = [
      await logIn(user.email, 'not this one'),
      await logIn('nobody@example.com'),
      await logIn(imported.email),
    ]

    for (const { status, body } of answers) {
      assert.equal(status, 401)
      assert.deepEqual(body, { errors: { credentials: ['invalid'] } })
    }
  })

  test('takes as much work for an unknown email as for a wrong password', async ({ assert }) => {
    const user = await UserFactory.create()
    const imported = await UserFactory.apply('passwordless').create()

    for (const email of [user.email, imported.email, 'nobody@example.com']) {
      let hashes = 0
      const queries = await queriesOf(async () => {
        hashes = await hashesOf(() => logIn(email, 'not this one'))
      })

      assert.equal(hashes, 1, email)
      assert.lengthOf(
        queries.filter((sql) => sql.includes('"users"')),
        1,
        email
      )
    }
  })

  test('answers 422 to what is blank, of another type, or cannot be stored', async ({ assert }) => {
    const blank = await logIn('', '')
    assert.equal(blank.status, 422)
    assert.deepEqual(blank.body.errors, { email: ["can't be blank"], password: ["can't be blank"] })

    const wrong = [['a@b.io'], { $ne: null }, 1, 'a\0b', '\ud800']
    for (const value of wrong) {
      assert.equal((await logIn(value)).status, 422, JSON.stringify(value))
      assert.equal((await logIn('a@b.io', value)).status, 422, JSON.stringify(value))
    }
  })

  test('hashes a password anew that was stored with other costs', async ({ assert }) => {
    const user = await UserFactory.create()
    const cheap = await new Argon2Driver({ m: 16, t: 2, p: 1 }).make('password123')
    await db.from('users').where('id', user.id).update({ password: cheap })

    assert.equal((await logIn(user.email)).status, 200)
    const { password } = await User.findOrFail(user.id)
    assert.notEqual(password, cheap)
    assert.isFalse(hash.needsReHash(password!))
    assert.equal((await logIn(user.email)).status, 200)
  })
})
