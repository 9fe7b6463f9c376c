import { test } from '@japa/runner'
import { Exception } from '@adonisjs/core/exceptions'
import { errors } from '@adonisjs/core'
import { failureOf } from '#app/web/failures/failure'
import { phraseFor } from '#app/web/validation/phrases'
import { messages } from '@vinejs/vine/defaults'
import { sentenceAbout } from '#app/web/failures/sentence'

const pgError = (code: string, rest = {}) =>
  Object.assign(new Error('insert into "users" ("email") values ($1) - no'), {
    code,
    severity: 'ERROR',
    ...rest,
  })

test.group('What PostgreSQL says', () => {
  test('{sqlState} is told as {status}')
    .with([
      { sqlState: '23505', status: 409 },
      { sqlState: '23503', status: 422 },
      { sqlState: '23502', status: 422 },
      { sqlState: '23514', status: 422 },
      { sqlState: '22001', status: 422 },
      { sqlState: '22003', status: 422 },
      { sqlState: '22021', status: 422 },
      { sqlState: '22P02', status: 422 },
      { sqlState: '40001', status: 409 },
      { sqlState: '40P01', status: 409 },
      { sqlState: '57014', status: 503 },
      { sqlState: '55P03', status: 503 },
      { sqlState: '53300', status: 503 },
      { sqlState: '53100', status: 507 },
      { sqlState: '57P01', status: 503 },
      { sqlState: '57P03', status: 503 },
      { sqlState: '08006', status: 503 },
      { sqlState: '28P01', status: 503 },
      { sqlState: '42703', status: 500 },
      { sqlState: '42P01', status: 500 },
      { sqlState: 'XX000', status: 500 },
    ])
    .run(({ assert }, { sqlState, status }) => {
      const failure = failureOf(pgError(sqlState))

      assert.equal(failure.status, status)
      assert.notInclude(JSON.stringify(failure), 'insert')
      if (status === 503) assert.isAbove(failure.retryAfter!, 0)
    })

  test('a value that is taken is named after the constraint', ({ assert }) => {
    const { fields } = failureOf(
      pgError('23505', { table: 'users', constraint: 'users_email_unique' })
    )
    assert.deepEqual(fields, [
      { field: 'email', code: 'unique', message: 'has already been taken' },
    ])
  })

  test('a constraint with a strange name names nothing', ({ assert }) => {
    const failure = failureOf(pgError('23505', { table: 'users', constraint: 'xyz' }))
    assert.isUndefined(failure.fields)
  })
})

test.group('A database that is not there', () => {
  const knexTimeout = Object.assign(new Error('Timeout acquiring a connection'), {
    name: 'KnexTimeoutError',
  })

  test('{says} means: try again later')
    .with(
      [
        Object.assign(new Error('connect ECONNREFUSED'), {
          code: 'ECONNREFUSED',
          syscall: 'connect',
        }),
        Object.assign(new AggregateError([], 'both refused'), { code: 'ECONNREFUSED' }),
        new Error('Connection terminated unexpectedly'),
        new Error('select 1 - Connection terminated unexpectedly'),
        Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }),
        new Error('Client has encountered a connection error and is not queryable'),
        new Error('timeout expired'),
        knexTimeout,
      ].map((error) => ({ error, says: error.message }))
    )
    .run(({ assert }, { error }) => {
      const failure = failureOf(error)

      assert.equal(failure.status, 503)
      assert.isAbove(failure.retryAfter!, 0)
    })
})

test.group('Other errors', () => {
  test('what an unexpected error says stays inside', ({ assert }) => {
    for (const error of [
      new Error('secret'),
      new TypeError('secret'),
      'secret',
      { message: 'secret', status: 200 },
      { message: 'secret', status: 'secret' },
      Object.assign(new Error('secret'), { status: 404 }),
      null,
      undefined,
      new Exception('secret', { status: 500, code: 'E_SECRET' }),
    ]) {
      assert.notInclude(JSON.stringify(failureOf(error)), 'secret')
    }
  })

  test('an exception that was made to be answered speaks for itself', ({ assert }) => {
    const failure = failureOf(
      new Exception('The key is too old', { status: 403, code: 'E_OLD_KEY' })
    )

    assert.include(failure, { status: 403, code: 'E_OLD_KEY', detail: 'The key is too old' })
  })

  test('the way to an address is not told to whoever looks for one', ({ assert }) => {
    const failure = failureOf(new errors.E_ROUTE_NOT_FOUND(['GET', '/x']))
    assert.notInclude(JSON.stringify(failure), '/x')
  })
})

test.group('Short messages', () => {
  const RARE = ['mobile', 'creditCard', 'passport', 'postalCode', 'ascii', 'iban', 'jwt', 'vat']

  test('are there for every rule that forms use', ({ assert }) => {
    const unsaid = Object.keys(messages)
      .filter((rule) => !/^(date|nativeFile|record|union|tuple)/.test(rule) && !RARE.includes(rule))
      .filter((rule) => !phraseFor(rule, { min: 2, max: 2, size: 2 }))

    assert.sameMembers(unsaid, [
      'coordinates',
      'activeUrl',
      'ipAddress',
      'ulid',
      'hexCode',
      'number.in',
      'negative',
      'nonPositive',
      'decimal',
      'array.fixedLength',
    ])
  })

  test('go on after the name of the field', ({ assert }) => {
    assert.equal(sentenceAbout('user.newPassword', "can't be blank"), "New password can't be blank")
    assert.equal(sentenceAbout('tagList.0', 'must be text'), 'Tag list must be text')
    assert.equal(sentenceAbout('password', 'This is wrong.'), 'This is wrong.')
  })
})
