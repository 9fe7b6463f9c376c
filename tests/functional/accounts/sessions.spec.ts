import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { User } from '#app/accounts/public'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { HttpContextFactory } from '@adonisjs/core/factories/http'
import { SessionStore } from '#app/accounts/drivers/session_store'

import { queriesOf } from '../queries_of.ts'
import { Visitor, withRealSessions } from './visitor.ts'

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Safari/605.1.15'
const DAY = 86_400_000

async function signedIn(user: User, userAgent?: string, fields = {}) {
  const visitor = new Visitor(userAgent)
  await visitor.signIn(user.email, 'password123', fields)
  return visitor
}

const sessionsOf = (user: User) => db.from('sessions').where('user_id', user.id)

async function age(user: User, changes: Record<string, Date>) {
  await sessionsOf(user).update(changes)
}

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

test.group('Sessions', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are listed with what their owner recognises them by', async ({ assert }) => {
    const user = await UserFactory.create()
    const laptop = await signedIn(user)
    await signedIn(user, PHONE)
    await signedIn(await UserFactory.create())

    const { text } = await laptop.get('/settings/security')
    assert.include(text, 'Firefox on Linux')
    assert.include(text, 'Safari on iPhone')
    assert.include(text, '127.0.0.1')
    assert.equal(text.match(/last seen/gi)!.length, 2)
    assert.equal(text.match(/this device/gi)!.length, 1)
  })

  test('are kept under a digest that signs nobody in', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = await signedIn(user)
    const [, payload] = /^s%3A([\w-]+)/.exec(visitor.cookies.get('atrium-session')!)!
    const { message: id } = JSON.parse(Buffer.from(payload, 'base64url').toString())

    assert.notInclude(JSON.stringify(await sessionsOf(user)), id)
  })

  test('end one by one', async ({ assert }) => {
    const user = await UserFactory.create()
    const [laptop, phone] = [await signedIn(user), await signedIn(user, PHONE)]
    const { id } = await sessionsOf(user).where('user_agent', PHONE).firstOrFail()

    await laptop.send('/settings/security', `/settings/sessions/${id}?_method=DELETE`)
    assert.isFalse(await phone.isSignedIn())
    assert.isTrue(await laptop.isSignedIn())
  })

  test('of somebody else cannot be ended', async ({ assert }) => {
    const [user, other] = [await UserFactory.create(), await UserFactory.create()]
    const [laptop, stranger] = [await signedIn(user), await signedIn(other)]
    const { id } = await sessionsOf(user).firstOrFail()

    await stranger.send('/settings/security', `/settings/sessions/${id}?_method=DELETE`)
    assert.isTrue(await laptop.isSignedIn())
  })

  test('that ended are not begun again by a browser that was remembered', async ({ assert }) => {
    const user = await UserFactory.create()
    const laptop = await signedIn(user, undefined, { remember: '1' })
    const phone = await signedIn(user, PHONE, { remember: '1' })

    await laptop.send('/settings/security', '/settings/sessions?_method=DELETE')
    assert.isFalse(await phone.isSignedIn())

    laptop.cookies.delete('atrium-session')
    assert.isTrue(await laptop.isSignedIn())
  })

  test('begin anew for a remembered browser, but for 90 days at most', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = await signedIn(user, undefined, { remember: '1' })
    const tokens = db.from('remember_me_tokens').where('tokenable_id', user.id)
    await tokens.clone().update({ created_at: ago(89 * DAY) })

    visitor.cookies.delete('atrium-session')
    assert.isTrue(await visitor.isSignedIn())
    const [{ created_at: createdAt }] = await tokens.clone()
    assert.closeTo(Date.now() - createdAt, 89 * DAY, 60_000)

    await tokens.clone().update({ created_at: ago(91 * DAY) })
    visitor.cookies.delete('atrium-session')
    assert.isFalse(await visitor.isSignedIn())
  })

  test('that end while a request runs are not written again', async ({ assert }) => {
    const user = await UserFactory.create()
    const storeOfRequest = () => new SessionStore(new HttpContextFactory().create())
    await storeOfRequest().write('an id', { auth_web: user.id })

    const store = storeOfRequest()
    assert.deepEqual(await store.read('an id'), { auth_web: user.id })
    await user.signOutElsewhere()
    await store.write('an id', { auth_web: user.id, more: true })

    assert.lengthOf(await sessionsOf(user), 0)
  })

  test('end after two weeks without a request', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = await signedIn(user)
    const { expires_at: expiresAt } = await sessionsOf(user).firstOrFail()
    assert.closeTo((expiresAt - Date.now()) / DAY, 14, 0.01)

    await age(user, { expires_at: ago(1) })
    assert.isFalse(await visitor.isSignedIn())
  })

  test('end after 90 days, however busy', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = await signedIn(user)
    await age(user, { created_at: ago(89 * DAY), last_seen_at: ago(DAY) })

    await visitor.get('/settings')
    const { expires_at: expiresAt } = await sessionsOf(user).firstOrFail()
    assert.closeTo((expiresAt - Date.now()) / DAY, 1, 0.01)
  })

  test('are written at most once a minute when they are only used', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = await signedIn(user)
    await visitor.get('/settings/delete')
    const writes = async () => {
      const queries = await queriesOf(() => visitor.get('/settings/delete'))
      return queries.filter((sql) => /^(insert|update|delete)/.test(sql))
    }

    assert.lengthOf(await writes(), 0)
    await age(user, { last_seen_at: ago(61_000) })
    assert.lengthOf(await writes(), 1)
    assert.lengthOf(await writes(), 0)
  })

  test('cost a signed-in reader three queries: for the session, the user and what they may do', async ({
    assert,
  }) => {
    const visitor = await signedIn(await UserFactory.create())
    await visitor.get('/forgot-password')

    const queries = await queriesOf(() => visitor.get('/forgot-password'))
    assert.lengthOf(queries, 3)
    assert.match(queries[0], /"sessions"/)
    assert.match(queries[1], /"users"/)
    assert.match(queries[2], /"role_grants"/)
  })

  test('go with the user', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = await signedIn(user)
    await user.delete()

    assert.isFalse(await visitor.isSignedIn())
  })
})
