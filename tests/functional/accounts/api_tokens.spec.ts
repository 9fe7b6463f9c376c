import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ApiToken from '#app/accounts/models/api_token'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { ask } from './program.ts'
import { queriesOf } from '../queries_of.ts'
import { Visitor, withRealSessions } from './visitor.ts'

type Details = Partial<Parameters<typeof ApiToken.issue>[1]>

async function tokenOf(details: Details = {}) {
  const token = await ApiToken.issue(await UserFactory.create(), {
    name: 'Test',
    abilities: ['read', 'write'],
    fromSignIn: false,
    expiresAt: null,
    ...details,
  })

  return { id: token.id, value: token.value!.release() }
}

async function statusWith(authorization: string, method = 'GET', body?: unknown) {
  const { status } = await ask(method, '/user', { authorization, body })
  return status
}

test.group('API tokens', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are taken as "Token" and as "Bearer", in any case', async ({ assert }) => {
    const { value } = await tokenOf()

    for (const scheme of ['Token', 'token', 'Bearer', 'BEARER', 'Bearer ']) {
      assert.equal(await statusWith(`${scheme} ${value}`), 200, scheme)
    }
    for (const header of [value, `Basic ${value}`, `Token${value}`, `Token ${value} x`, 'Token']) {
      assert.equal(await statusWith(header), 401, header)
    }
  })

  test('that are missing or wrong are answered in the words of the contract', async ({
    assert,
  }) => {
    for (const token of [undefined, 'atr_wrong', 'x', 'atr_' + 'x'.repeat(5000)]) {
      const { status, body } = await ask('GET', '/user', { token })
      assert.equal(status, 401)
      assert.deepEqual(body, { errors: { token: ['is missing'] } })
    }
  })

  test('end when their time is over', async ({ assert }) => {
    const past = await tokenOf({ expiresAt: DateTime.utc().minus({ seconds: 1 }) })
    const future = await tokenOf({ expiresAt: DateTime.utc().plus({ minutes: 1 }) })

    assert.equal(await statusWith(`Token ${past.value}`), 401)
    assert.equal(await statusWith(`Token ${future.value}`), 200)
  })

  test('are kept as a hash only', async ({ assert }) => {
    const { id, value } = await tokenOf()
    const row = await db.from('api_tokens').where('id', id).firstOrFail()

    assert.notInclude(JSON.stringify(row), value)
  })

  test('cost one query a request, and are stamped once a minute', async ({ assert }) => {
    const { id, value } = await tokenOf()
    const stampOf = async () => (await db.from('api_tokens').where('id', id).first()).last_used_at
    const use = () => queriesOf(() => statusWith(`Token ${value}`))

    assert.lengthOf(await use(), 2)
    const first = await stampOf()
    assert.instanceOf(first, Date)

    assert.lengthOf(await use(), 1)
    assert.deepEqual(await stampOf(), first)

    await db
      .from('api_tokens')
      .where('id', id)
      .update({ last_used_at: new Date(Date.now() - 61_000) })
    assert.lengthOf(await use(), 2)
  })

  test('without the ability to write change nothing', async ({ assert }) => {
    const { value } = await tokenOf({ abilities: ['read'] })
    const { status, body } = await ask('PUT', '/user', {
      token: value,
      body: { user: { bio: 'x' } },
    })

    assert.equal(status, 403)
    assert.deepEqual(body, { errors: { token: ['forbidden'] } })
  })

  test('without the ability to read tell nothing', async ({ assert }) => {
    const { value } = await tokenOf({ abilities: ['write'] })

    assert.equal(await statusWith(`Token ${value}`), 403)
    assert.equal(await statusWith(`Token ${value}`, 'PUT', { user: { bio: 'x' } }), 200)
  })

  test('change email and password only when they were made for it', async ({ assert }) => {
    const writer = await tokenOf()
    const owner = await tokenOf({ abilities: ['read', 'write', 'account'] })
    const own = await ask('GET', '/user', { token: writer.value })
    const change = (token: string, changes: object) =>
      ask('PUT', '/user', { token, body: { user: changes } })

    assert.equal((await change(writer.value, { password: 'another one' })).status, 403)
    assert.equal((await change(writer.value, { email: 'another@example.com' })).status, 403)
    assert.equal((await change(writer.value, { email: own.body.user.email })).status, 200)
    assert.equal((await change(owner.value, { password: 'another one' })).status, 200)
  })

  test('that come from signing in are a hundred at most, the latest', async ({ assert }) => {
    const user = await UserFactory.create()
    const first = await ApiToken.signIn(user)
    for (let number = 0; number < 99; number++) {
      await ApiToken.signIn(user)
    }
    assert.equal(await statusWith(`Token ${first}`), 200)

    const last = await ApiToken.signIn(user)
    assert.equal(await statusWith(`Token ${first}`), 401)
    assert.equal(await statusWith(`Token ${last}`), 200)
  })

  test('open no session and set no cookie', async ({ assert }) => {
    const { value } = await tokenOf()
    const { headers } = await ask('GET', '/user', { token: value })

    assert.lengthOf(headers.getSetCookie(), 0)
  })
})

test.group('The page of API tokens', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function signedIn() {
    const visitor = new Visitor()
    await visitor.signIn((await UserFactory.create()).email)
    return visitor
  }

  const make = (visitor: Visitor, fields: Record<string, string | string[]>) =>
    visitor.send('/settings/tokens', '/settings/tokens', { name: 'Backup', ...fields })

  test('shows a new token once', async ({ assert }) => {
    const visitor = await signedIn()
    await make(visitor, { 'abilities[]': ['read', 'write'], 'expires_in': '7' })

    const [, value] = /(atr_[\w-]+)/.exec((await visitor.get('/settings/tokens')).text)!
    assert.equal(await statusWith(`Token ${value}`), 200)

    const { text } = await visitor.get('/settings/tokens')
    assert.notInclude(text, value)
    assert.include(text, 'Backup')

    const token = await db.from('api_tokens').where('name', 'Backup').firstOrFail()
    assert.deepEqual(token.abilities, ['read', 'write'])
    assert.closeTo((token.expires_at - Date.now()) / 86_400_000, 7, 0.01)
  })

  test('makes tokens for 30 days unless it is told otherwise', async ({ assert }) => {
    const visitor = await signedIn()
    await make(visitor, { 'abilities[]': 'read' })

    const token = await db.from('api_tokens').where('name', 'Backup').firstOrFail()
    assert.closeTo((token.expires_at - Date.now()) / 86_400_000, 30, 0.01)
  })

  test('refuses abilities that there are not, and none at all', async ({ assert }) => {
    const visitor = await signedIn()
    await make(visitor, { 'abilities[]': '*' })
    await make(visitor, {})

    assert.lengthOf(await db.from('api_tokens'), 0)
  })

  test('revokes tokens of its owner, and of nobody else', async ({ assert }) => {
    const [owner, other] = [await signedIn(), await signedIn()]
    await make(owner, { 'abilities[]': 'read' })
    const { id } = await db.from('api_tokens').firstOrFail()
    const revoke = (visitor: Visitor) =>
      visitor.send('/settings/tokens', `/settings/tokens/${id}?_method=DELETE`)

    await revoke(other)
    assert.lengthOf(await db.from('api_tokens'), 1)
    await revoke(owner)
    assert.lengthOf(await db.from('api_tokens'), 0)
  })
})
