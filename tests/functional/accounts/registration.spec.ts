import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { ask } from './program.ts'
import { queriesOf } from '../queries_of.ts'
import { deliver, withFakeMail } from './mails.ts'
import { Visitor, withRealSessions } from './visitor.ts'

const newcomer = () => {
  const name = `new-${randomUUID().slice(0, 8)}`
  return { username: name, email: `${name}@example.com`, password: 'password123' }
}

test.group('Signing up on the page', (group) => {
  withRealSessions(group)
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('signs in, leads home and mails a link', async ({ assert }) => {
    const [visitor, person] = [new Visitor(), newcomer()]

    const response = await visitor.send('/register', '/register', person)
    assert.equal(response.location, '/')
    assert.isTrue(await visitor.isSignedIn())

    const [mail] = await deliver()
    assert.deepEqual(mail.to, [person.email])
    assert.match(mail.link!, /\/email\/verify\//)
  })

  test('leads back to where the visitor came from, but to no other site', async ({ assert }) => {
    const to = (path: string) =>
      new Visitor().send('/register', '/register', { ...newcomer(), return_to: path })

    assert.equal((await to('/article/x')).location, '/article/x')
    assert.equal((await to('//evil.example/x')).location, '/')
    assert.equal((await to('javascript:alert(1)')).location, '/')
  })

  test('shows beside the field what is wrong, and keeps what was typed but the password', async ({
    assert,
  }) => {
    const visitor = new Visitor()
    const taken = await UserFactory.create()
    const answer = await visitor.send('/register', '/register', {
      ...newcomer(),
      username: taken.username.toUpperCase(),
      password: 'a secret of mine',
    })

    assert.equal(answer.location, '/register')
    const { text } = await visitor.get('/register')
    assert.include(text, 'Username has already been taken')
    assert.include(text, taken.username.toUpperCase())
    assert.notInclude(text, 'a secret of mine')
  })

  test('is not offered to somebody who is signed in', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.send('/register', '/register', newcomer())

    assert.equal((await visitor.get('/register')).location, '/')
  })
})

test.group('Registering by the API', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('answers with the user and a token that works', async ({ assert }) => {
    const person = newcomer()
    const { status, body } = await ask('POST', '/users', { body: { user: person } })

    assert.equal(status, 201)
    assert.deepEqual(body.user, {
      username: person.username,
      email: person.email,
      bio: null,
      image: null,
      token: body.user.token,
    })
    const own = await ask('GET', '/user', { token: body.user.token })
    assert.deepEqual(own.body, body)
  })

  test('refuses what is blank, in the words of the contract', async ({ assert }) => {
    const blank = { username: '  ', email: '', password: '' }
    const { status, body } = await ask('POST', '/users', { body: { user: blank } })

    assert.equal(status, 422)
    assert.deepEqual(body.errors, {
      username: ["can't be blank"],
      email: ["can't be blank"],
      password: ["can't be blank"],
    })
  })

  test('refuses names that are taken, in whatever case and composition', async ({ assert }) => {
    const person = newcomer()
    await User.register({ ...person, username: 'Zo\u00eb' })

    const byName = { ...newcomer(), username: 'ZOE\u0308' }
    const byEmail = { ...newcomer(), email: person.email.toUpperCase() }
    const answers = [
      await ask('POST', '/users', { body: { user: byName } }),
      await ask('POST', '/users', { body: { user: byEmail } }),
    ]

    assert.deepEqual(
      answers.map(({ status }) => status),
      [409, 409]
    )
    assert.deepEqual(answers[0].body.errors, { username: ['has already been taken'] })
    assert.deepEqual(answers[1].body.errors, { email: ['has already been taken'] })
  })

  test('stores letters that can be composed in two ways in one', async ({ assert }) => {
    const user = { ...newcomer(), username: 'Zoe\u0308' }
    const { body } = await ask('POST', '/users', { body: { user } })

    assert.equal(body.user.username, 'Zo\u00eb')
  })

  test('takes any characters in a password, and never trims them', async ({ assert }) => {
    const person = { ...newcomer(), password: '  päss wörd 🗝  ' }
    await ask('POST', '/users', { body: { user: person } })

    const signIn = (password: string) =>
      ask('POST', '/users/login', { body: { user: { email: person.email, password } } })
    assert.equal((await signIn(person.password)).status, 200)
    assert.equal((await signIn(person.password.trim())).status, 401)
  })

  test('takes passwords of 8 to 128 characters', async ({ assert }) => {
    const statusOf = async (length: number) => {
      const user = { ...newcomer(), password: 'x'.repeat(length) }
      const { status } = await ask('POST', '/users', { body: { user } })
      return status
    }

    assert.equal(await statusOf(7), 422)
    assert.equal(await statusOf(8), 201)
    assert.equal(await statusOf(128), 201)
    assert.equal(await statusOf(129), 422)
  })

  test('refuses {$self} as an address')
    .with([
      '"a@evil.example x"@example.com',
      'a@evil.example,b@example.com',
      'Group:a@example.com;',
      'a@example.com\r\nBcc: b@example.com',
      'a(comment)@example.com',
      '<a@example.com>',
      'Ann <a@example.com>',
      'a@exämple.com',
      'ａ@example.com',
      'a@example',
      'a b@example.com',
    ])
    .run(async ({ assert }, email) => {
      const { status, body } = await ask('POST', '/users', {
        body: { user: { ...newcomer(), email } },
      })

      assert.equal(status, 422)
      assert.deepEqual(body.errors, { email: ['is not a valid email address'] })
    })

  test('refuses names that nobody could tell apart or link to', async ({ assert }) => {
    for (const username of ['a\u200bb', 'a\u202eb', 'a\nb', '..', 'a/b', 'x'.repeat(61)]) {
      const { status } = await ask('POST', '/users', {
        body: { user: { ...newcomer(), username } },
      })
      assert.equal(status, 422, JSON.stringify(username))
    }
  })

  test('answers 422 to values of another type and to characters that cannot be stored', async ({
    assert,
  }) => {
    const wrong = [{ email: ['a@b.io', 'c@d.io'] }, { username: { a: 1 } }, { password: 12345678 }]
    for (const values of [...wrong, { username: 'a\0b' }, { password: 'pass\0word' }]) {
      const { status } = await ask('POST', '/users', {
        body: { user: { ...newcomer(), ...values } },
      })
      assert.equal(status, 422, JSON.stringify(values))
    }
  })

  test('hashes no password for a name that is taken', async ({ assert }) => {
    const taken = await UserFactory.create()
    const user = { ...newcomer(), username: taken.username }

    const queries = await queriesOf(() => ask('POST', '/users', { body: { user } }))
    assert.notMatch(queries.join(), /insert into "users"/)
  })
})

test.group('Thirty sign-ups with one email at once', (group) => {
  const person = newcomer()

  group.teardown(async () => {
    await db.from('outgoing_mails').delete()
    await db.from('users').whereILike('email', person.email).delete()
    await db.from('rate_limits').delete()
  })

  test('fail in the model with the name that is taken', async ({ assert }) => {
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, number) =>
        User.register({ ...person, username: `model-${number}`, email: `model-${person.email}` })
      )
    )
    await User.query().whereILike('username', 'model-%').delete()

    const failures = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(failures, 29)
    assert.deepEqual(
      new Set(failures.map(({ reason }) => reason.code)),
      new Set(['E_ALREADY_TAKEN'])
    )
  })

  test('open one account, and the others are told', async ({ assert }) => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, number) =>
        ask('POST', '/users', {
          body: { user: { ...person, username: `${person.username}-${number}` } },
        })
      )
    )

    const statuses = answers.map(({ status }) => status)
    assert.lengthOf(
      statuses.filter((status) => status === 201),
      1
    )
    assert.lengthOf(
      statuses.filter((status) => status === 409),
      29
    )
  })
})
