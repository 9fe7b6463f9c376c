import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { User, accounts } from '#app/accounts/public'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { Visitor, withRealSessions } from './visitor.ts'

const remove = (visitor: Visitor, password: string) =>
  visitor.send('/settings/delete', '/settings/account?_method=DELETE', { password })

test.group('Deleting the account', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says first what goes, also in the words of other components', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]
    await visitor.signIn(user.email)
    accounts.onDeletion(async ({ id }) => (id === user.id ? ['3 stamps from your album'] : []))

    const { text } = await visitor.get('/settings/delete')
    assert.include(text, 'Your account, your profile and your settings')
    assert.include(text, '3 stamps from your album')
  })

  test('takes the password', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]
    await visitor.signIn(user.email)

    for (const password of ['', 'wrong']) {
      assert.equal((await remove(visitor, password)).location, '/settings/delete')
    }
    assert.isNotNull(await User.find(user.id))
  })

  test('takes everything away and signs out', async ({ assert }) => {
    const [visitor, user] = [new Visitor(), await UserFactory.create()]
    await visitor.signIn(user.email, 'password123', { remember: '1' })

    assert.equal((await remove(visitor, 'password123')).location, '/')
    assert.include((await visitor.get('/')).text, 'Your account is deleted')
    assert.isNull(await User.find(user.id))
    assert.isFalse(await visitor.isSignedIn())
    assert.lengthOf(await db.from('sessions').where('user_id', user.id), 0)
  })
})
