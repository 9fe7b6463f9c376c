import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Follow from '#app/publishing/models/follow'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

test.group('Following', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('begins once and ends once, however often it is said', async ({ assert }) => {
    const [reader, author] = await UserFactory.createMany(2)
    const follow = Follow.between(reader, author)

    await follow.start()
    await follow.start()
    assert.lengthOf(await db.from('follows').where('follower_id', reader.id), 1)

    await follow.stop()
    await follow.stop()
    assert.lengthOf(await db.from('follows'), 0)
  })

  test('nobody follows themselves', async ({ assert }) => {
    const reader = await UserFactory.create()

    await Follow.between(reader, reader).start()

    assert.lengthOf(await db.from('follows'), 0)
  })
})
