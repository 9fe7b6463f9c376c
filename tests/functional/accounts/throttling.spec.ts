import env from '#start/env'
import { test } from '@japa/runner'
import { RedisConnection } from '@adonisjs/redis'
import LimiterRedisStore from '@adonisjs/limiter/stores/redis'
import limiter from '@adonisjs/limiter/services/main'
import { Attempts } from '#app/accounts/attempts'
import { E_TOO_MANY_PASSWORDS } from '#app/accounts/errors'
import { Argon2Driver } from '#app/accounts/drivers/argon2_driver'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { ask } from './program.ts'
import { hashesOf } from './work.ts'
import { Visitor } from './visitor.ts'
import { quietLogs } from '../web/quiet_logs.ts'

const logIn = (email: string, password: string) =>
  ask('POST', '/users/login', { body: { user: { email, password } } })

test.group('Attempts', (group) => {
  quietLogs(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const factor = env.get('RATE_LIMIT_FACTOR')
    const { default: store } = limiter.config
    env.set('RATE_LIMIT_FACTOR', 1)
    limiter.config.default = 'database'

    return () => {
      env.set('RATE_LIMIT_FACTOR', factor)
      limiter.config.default = store
    }
  })

  test('at a password end after ten, whatever the case of the email, before any hashing', async ({
    assert,
  }) => {
    const user = await UserFactory.create()
    for (let attempt = 0; attempt < 10; attempt++) {
      const email = attempt % 2 ? user.email : ` ${user.email.toUpperCase()} `
      assert.equal((await logIn(email, 'wrong one')).status, 401)
    }

    let answer!: Awaited<ReturnType<typeof logIn>>
    const hashes = await hashesOf(async () => (answer = await logIn(user.email, 'password123')))
    assert.equal(answer.status, 429)
    assert.equal(hashes, 0)
    assert.isAbove(Number(answer.headers.get('retry-after')), 60)
  })

  test('at unknown emails end like those at known ones', async ({ assert }) => {
    for (let attempt = 0; attempt < 10; attempt++) {
      await logIn('nobody@example.com', 'wrong one')
    }

    assert.equal((await logIn('nobody@example.com', 'wrong one')).status, 429)
  })

  test('that succeed are not counted', async ({ assert }) => {
    const user = await UserFactory.create()

    for (let attempt = 0; attempt < 15; attempt++) {
      assert.equal((await logIn(user.email, 'password123')).status, 200)
    }
  })

  test('that run at the same time are counted too', async ({ assert }) => {
    const user = await UserFactory.create()
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn(user.email, 'wrong')))

    assert.lengthOf(
      answers.filter(({ status }) => status === 401),
      10
    )
  })

  test('to sign up end after twenty an hour from one address', async ({ assert }) => {
    const statuses = []
    for (let number = 0; number < 21; number++) {
      const user = { username: `n${number}`, email: `n${number}@x.io`, password: 'password123' }
      const { status } = await ask('POST', '/users', { body: { user } })
      statuses.push(status)
    }

    assert.deepEqual(new Set(statuses.slice(0, 20)), new Set([201]))
    assert.equal(statuses[20], 429)
  })

  test('to have a mail sent to one address end after five', async ({ assert }) => {
    const statuses = []
    for (let number = 0; number < 6; number++) {
      const { status } = await new Visitor().send('/forgot-password', '/forgot-password', {
        email: 'somebody@example.com',
      })
      statuses.push(status)
    }

    assert.deepEqual(statuses, [302, 302, 302, 302, 302, 429])
  })

  test('from one network of IPv6 are counted together', async ({ assert }) => {
    const attempt = (ip: string) => Attempts.atSignUp(ip).count()
    for (let host = 1; host <= 20; host++) {
      await attempt(`2001:db8::${host.toString(16)}`)
    }

    await assert.rejects(() => attempt('2001:db8:0:0:ffff::1'))
    await attempt('2001:db8:0:1::1')
  })

  test('are counted by the process alone while Redis is away', async ({ assert }) => {
    const { default: usual, stores } = limiter.config
    const away = { host: '127.0.0.1', port: 1, retryStrategy: () => null }
    const nobody = new RedisConnection('away', away)
    nobody.on('error', () => {})
    Object.assign(limiter.config, {
      default: 'redis',
      stores: { ...stores, redis: (options: any) => new LimiterRedisStore(nobody, options) },
    })

    try {
      for (let number = 0; number < 20; number++) {
        await Attempts.atSignUp('192.0.2.7').count()
      }
      await assert.rejects(() => Attempts.atSignUp('192.0.2.7').count(), 'Too many requests')
    } finally {
      Object.assign(limiter.config, { default: usual, stores })
      await nobody.disconnect()
    }
  })

  test('that find too many passwords waiting are asked to come again', async ({ assert }) => {
    const { make } = Argon2Driver.prototype
    Argon2Driver.prototype.make = () => Promise.reject(new E_TOO_MANY_PASSWORDS())
    const { status, headers } = await logIn('nobody@example.com', 'wrong one')
    Argon2Driver.prototype.make = make

    assert.equal(status, 503)
    assert.equal(headers.get('retry-after'), '2')
  })

  test('are more when RATE_LIMIT_FACTOR says so', async ({ assert }) => {
    env.set('RATE_LIMIT_FACTOR', 2)
    for (let number = 0; number < 40; number++) {
      await Attempts.atSignUp('192.0.2.8').count()
    }

    await assert.rejects(() => Attempts.atSignUp('192.0.2.8').count(), 'Too many requests')
  })
})
