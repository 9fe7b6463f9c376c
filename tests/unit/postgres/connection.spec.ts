import { test } from '@japa/runner'
import { assertReachable, connectionTo, withoutPassword } from '#atrium/postgres/main'

import { valueOf } from './value_of.ts'

test.group('Connections', () => {
  test('of the web server give up before a visitor does', ({ assert }) => {
    assert.containSubset(connectionTo('postgres://db/app', { name: 'app', patient: false }), {
      connectionString: 'postgres://db/app',
      application_name: 'app',
      connectionTimeoutMillis: 2_000,
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      keepAlive: true,
    })
  })

  test('of commands take their time', ({ assert }) => {
    const connection = connectionTo('postgres://db/app', { name: 'app', patient: true })
    assert.notProperty(connection, 'statement_timeout')
    assert.notProperty(connection, 'lock_timeout')
  })

  test('to a server that does not answer are explained in one sentence', async ({ assert }) => {
    await assert.rejects(
      () => assertReachable('postgres://me:secret@127.0.0.1:1/app'),
      /^The database postgres:\/\/me:\*\*\*@127\.0\.0\.1:1\/app cannot be reached: .*ECONNREFUSED/
    )
  })

  test('to a database that is not there are explained too', async ({ assert }) => {
    const url = new URL(process.env.DATABASE_URL!)
    url.pathname = '/not_there'
    await assert.rejects(
      () => assertReachable(url.href),
      /cannot be reached: database "not_there" does not exist/
    )
  })

  test('never show the password', ({ assert }) => {
    assert.equal(withoutPassword('postgres://a:b%40c@h/d'), 'postgres://a:***@h/d')
    assert.equal(withoutPassword('postgres://a@h:5432/d'), 'postgres://a@h:5432/d')
  })

  test('respect the sslmode of the address', async ({ assert }) => {
    const url = new URL(process.env.DATABASE_URL!)
    url.searchParams.set('sslmode', 'verify-full')
    await assert.rejects(() => valueOf(url.href, 'select 1'), /does not support SSL/)
  }).skip(
    process.env.DATABASE_URL?.includes('sslmode') ?? false,
    'the database of the tests uses TLS'
  )
})
