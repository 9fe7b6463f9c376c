import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { User } from '#app/accounts/public'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { deliver, withFakeMail } from './mails.ts'
import { Visitor, withRealSessions } from './visitor.ts'

async function linkFor(user: User) {
  await user.askToVerifyEmail()
  const [{ link }] = await deliver()
  return link!
}

const isVerified = async ({ id }: User) => (await User.findOrFail(id)).emailVerifiedAt !== null

test.group('Confirming an email', (group) => {
  withRealSessions(group)
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('happens at once for the user who follows the link', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.apply('unverified').create()]
    await visitor.signIn(user.email)

    const { status, text } = await visitor.get(await linkFor(user))
    assert.equal(status, 200)
    assert.include(text, 'Your email is confirmed')
    assert.isTrue(await isVerified(user))
  })

  test('takes a button from everybody else, as programs follow links too', async ({ assert }) => {
    const user = await UserFactory.apply('unverified').create()
    const [scanner, link] = [new Visitor(), await linkFor(user)]
    await scanner.signIn((await UserFactory.create()).email)

    const { text } = await scanner.get(link)
    assert.include(text, 'Press the button')
    assert.isFalse(await isVerified(user))

    const { pathname } = new URL(link)
    const answer = await new Visitor().send(pathname, pathname)
    assert.include(answer.text, 'Your email is confirmed')
    assert.isTrue(await isVerified(user))
  })

  test('works once', async ({ assert }) => {
    const user = await UserFactory.apply('unverified').create()
    const [visitor, link] = [new Visitor(), await linkFor(user)]
    await visitor.signIn(user.email)
    await visitor.get(link)

    const { status, text } = await visitor.get(link)
    assert.equal(status, 404)
    assert.include(text, 'This link does not work')
  })

  test('works for three days', async ({ assert }) => {
    const user = await UserFactory.apply('unverified').create()
    const [visitor, link] = [new Visitor(), await linkFor(user)]
    const { expires_at: expiresAt } = await db.from('mailed_tokens').firstOrFail()
    assert.closeTo((expiresAt - Date.now()) / 86_400_000, 3, 0.01)

    await db.from('mailed_tokens').update({ expires_at: new Date(Date.now() - 1) })
    await visitor.signIn(user.email)
    assert.equal((await visitor.get(link)).status, 404)
    assert.isFalse(await isVerified(user))
  })

  test('keeps the secret of the link as a hash only', async ({ assert }) => {
    const link = await linkFor(await UserFactory.apply('unverified').create())
    const rows = await db.from('mailed_tokens')

    assert.lengthOf(rows, 1)
    assert.notInclude(JSON.stringify(rows), link.split('/').at(-1)!)
  })

  test('can be asked for again', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.apply('unverified').create()]
    await visitor.signIn(user.email)

    const { location } = await visitor.send('/settings', '/email/verification')
    assert.equal(location, '/settings')
    assert.deepEqual((await deliver())[0].to, [user.email])
  })

  test('is not mailed about once it has happened', async ({ assert }) => {
    const user = await UserFactory.create()
    await user.askToVerifyEmail()

    assert.lengthOf(await deliver(), 0)
  })
})

test.group('Changing the email in the settings', (group) => {
  withRealSessions(group)
  withFakeMail(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function somebodyWhoChanges(email: string) {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]
    await visitor.signIn(user.email)
    const { username } = user
    const answer = await visitor.send('/settings', '/settings?_method=PUT', { username, email })

    return { visitor, user, answer }
  }

  test('waits for the new address, and the old one is told', async ({ assert }) => {
    const { visitor, user } = await somebodyWhoChanges('new@example.com')
    assert.equal((await User.findOrFail(user.id)).email, user.email)

    const mails = await deliver()
    const [confirm, notice] = mails.toSorted((a) => (a.to[0] === 'new@example.com' ? -1 : 1))
    assert.deepEqual(notice.to, [user.email])
    assert.include(notice.text, 'new@example.com')
    assert.notInclude(notice.text, '/email/verify/')
    assert.include((await visitor.get('/settings')).text, 'new@example.com')

    await visitor.get(confirm.link!)
    assert.equal((await User.findOrFail(user.id)).email, 'new@example.com')
  })

  test('is refused at once when somebody else has the address', async ({ assert }) => {
    const other = await UserFactory.create()
    const { visitor, answer } = await somebodyWhoChanges(other.email.toUpperCase())

    assert.equal(answer.location, '/settings')
    assert.include((await visitor.get('/settings')).text, 'Email has already been taken')
    assert.lengthOf(await deliver(), 0)
  })

  test('is refused at the link when somebody else took the address meanwhile', async ({
    assert,
  }) => {
    const { visitor, user } = await somebodyWhoChanges('new@example.com')
    const { link } = (await deliver()).find(({ to }) => to[0] === 'new@example.com')!
    await UserFactory.merge({ email: 'new@example.com' }).create()

    const { status } = await visitor.get(link!)
    assert.equal(status, 409)
    assert.equal((await User.findOrFail(user.id)).email, user.email)
  })

  test('ends the links that were mailed to the old address', async ({ assert }) => {
    const { visitor, user } = await somebodyWhoChanges('new@example.com')
    await new Visitor().send('/forgot-password', '/forgot-password', { email: user.email })
    const mails = await deliver()
    const linkTo = (path: string) => mails.find(({ link }) => link?.includes(path))!.link!

    await visitor.get(linkTo('/email/verify/'))
    const { location } = await new Visitor().get(linkTo('/reset-password/'))
    assert.equal(location, '/forgot-password')
  })
})
