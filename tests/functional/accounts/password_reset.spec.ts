import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import ApiToken from '#app/accounts/models/api_token'
import hash from '@adonisjs/core/services/hash'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { hashesOf } from './work.ts'
import { queriesOf } from '../queries_of.ts'
import { deliver, withFakeMail } from './mails.ts'
import { Visitor, withRealSessions } from './visitor.ts'

const askFor = (email: string, visitor = new Visitor()) =>
  visitor.send('/forgot-password', '/forgot-password', { email })

async function linkFor(user: User) {
  await askFor(user.email)
  const [{ link }] = await deliver()
  return new URL(link!).pathname
}

const choose = (path: string, password: string, again = password) =>
  new Visitor().send(path, path, { password, password_confirmation: again })

test.group('A forgotten password', (group) => {
  withRealSessions(group)
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is replaced by following the link that was mailed', async ({ assert }) => {
    const user = await UserFactory.create()
    const path = await linkFor(user)

    assert.equal((await choose(path, 'another one')).location, '/login')
    const visitor = new Visitor()
    await visitor.signIn(user.email)
    assert.isFalse(await visitor.isSignedIn())
    await visitor.signIn(user.email, 'another one')
    assert.isTrue(await visitor.isSignedIn())
  })

  test('is asked for with the same answer and the same work for all addresses', async ({
    assert,
  }) => {
    const { email } = await UserFactory.create()
    const seen = []

    for (const address of [email, 'nobody@example.com']) {
      const visitor = new Visitor()
      await visitor.get('/forgot-password')
      let hashes = 0
      const queries = await queriesOf(async () => {
        hashes = await hashesOf(() => askFor(address, visitor))
      })
      const { text } = await visitor.get('/forgot-password')

      assert.notMatch(queries.join(), /"users"/)
      assert.equal(hashes, 0)
      seen.push({ text: text.replaceAll(/<[^>]+>/g, ''), queries: queries.length })
    }
    assert.deepEqual(seen[0], seen[1])
  })

  test('is mailed about to nobody when nobody has the address', async ({ assert }) => {
    await askFor('nobody@example.com')

    assert.lengthOf(await deliver(), 0)
    assert.lengthOf(await db.from('outgoing_mails'), 0)
  })

  test('is mailed about to the stored address, never to the typed one', async ({ assert }) => {
    const user = await UserFactory.merge({ email: 'Stored@example.com' }).create()
    await askFor('STORED@EXAMPLE.COM')
    assert.deepEqual((await deliver())[0].to, [user.email])

    await askFor('\u017ftored@example.com')
    const mails = await deliver()
    assert.notInclude(JSON.stringify(mails), '\u017f')
  })

  test('ends every session, remembered browser and token of the user', async ({ assert }) => {
    const user = await UserFactory.create()
    const visitor = new Visitor()
    await visitor.signIn(user.email, 'password123', { remember: '1' })
    await ApiToken.signIn(user)
    await choose(await linkFor(user), 'another one')

    assert.isFalse(await visitor.isSignedIn())
    for (const [table, owner] of [
      ['sessions', 'user_id'],
      ['remember_me_tokens', 'tokenable_id'],
      ['api_tokens', 'user_id'],
      ['mailed_tokens', 'user_id'],
    ]) {
      assert.lengthOf(await db.from(table).where(owner, user.id), 0, table)
    }
  })

  test('is reported by mail when it was replaced', async ({ assert }) => {
    const user = await UserFactory.create()
    await choose(await linkFor(user), 'another one')

    const [mail] = await deliver()
    assert.equal(mail.subject, 'Your password was changed')
    assert.deepEqual(mail.to, [user.email])
  })

  test('is replaced once by a link, and within an hour', async ({ assert }) => {
    const user = await UserFactory.create()
    const used = await linkFor(user)
    await choose(used, 'another one')
    await deliver()
    assert.equal((await new Visitor().get(used)).location, '/forgot-password')

    const late = await linkFor(user)
    const { expires_at: expiresAt } = await db.from('mailed_tokens').firstOrFail()
    assert.closeTo((expiresAt - Date.now()) / 60_000, 60, 1)
    const open = new Visitor()
    await open.get(late)
    await db.from('mailed_tokens').update({ expires_at: new Date(Date.now() - 1) })
    assert.equal((await new Visitor().get(late)).location, '/forgot-password')
  })

  test('is not replaced by one that is too short or differs the second time', async ({
    assert,
  }) => {
    const user = await UserFactory.create()
    const path = await linkFor(user)

    assert.equal((await choose(path, 'short')).location, path)
    assert.equal((await choose(path, 'another one', 'another two')).location, path)
    assert.equal((await User.findOrFail(user.id)).password, user.password)
    assert.equal((await choose(path, 'another one')).location, '/login')
  })

  test('is not replaced by a link that confirms an email', async ({ assert }) => {
    const user = await UserFactory.apply('unverified').create()
    await user.askToVerifyEmail()
    const [{ link }] = await deliver()
    const secret = link!.split('/').at(-1)

    assert.equal(
      (await new Visitor().get(`/reset-password/${secret}`)).location,
      '/forgot-password'
    )
  })

  test('is mailed about with a link to our own address, whatever host was asked', async ({
    assert,
  }) => {
    const user = await UserFactory.create()
    await askFor(user.email)

    const [{ link, html }] = await deliver()
    assert.isTrue(link!.startsWith(`${appUrl}/reset-password/`))
    assert.include(html, link!)
  })

  test('has a page that tells no other site its address and is kept nowhere', async ({
    assert,
  }) => {
    const { headers } = await new Visitor().get(await linkFor(await UserFactory.create()))

    assert.equal(headers.get('referrer-policy'), 'same-origin')
    assert.equal(headers.get('cache-control'), 'no-store')
  })

  test('answers what is blank, of another type or cannot be stored without failing', async ({
    assert,
  }) => {
    const wrong: Record<string, string>[] = [
      { email: '' },
      { 'email[]': 'a@b.io' },
      { email: 'a\0b' },
      {},
    ]
    for (const fields of wrong) {
      const answer = await new Visitor().send('/forgot-password', '/forgot-password', fields)
      assert.equal(answer.location, '/forgot-password', JSON.stringify(fields))
    }
    assert.lengthOf(await db.from('outgoing_mails'), 0)
  })
})

test.group('A link for a new password that is used many times at once', (group) => {
  withRealSessions(group)
  withFakeMail(group)

  test('sets one of the passwords', async ({ assert, cleanup }) => {
    const user = await UserFactory.create()
    cleanup(async () => {
      await user.delete()
      await db.from('outgoing_mails').delete()
      await db.from('rate_limits').delete()
      await db.from('sessions').whereNull('user_id').delete()
    })

    const path = await linkFor(user)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) => choose(path, `password-${number}`))
    )

    const winners = answers.map(({ location }) => location === '/login')
    assert.lengthOf(
      winners.filter((won) => won),
      1
    )
    const { password } = await User.findOrFail(user.id)
    assert.isTrue(await hash.verify(password!, `password-${winners.indexOf(true)}`))
  })
})
