import env from '#start/env'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { markupOf } from './markup.ts'

const origin = () => `http://${env.get('HOST')}:${env.get('PORT')}`

test.group('Following', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('begins and ends with a button, and readers stay where they are', async ({
    client,
    assert,
    db,
  }) => {
    const [reader, author] = await UserFactory.createMany(2)
    const address = `/profile/${author.username}`
    const press = (method: string) =>
      client
        .post(`${address}/follow?_method=${method}`)
        .header('referer', `${origin()}/article/some`)
        .loginAs(reader)
        .withCsrfToken()
        .redirects(0)

    const begun = await press('POST')
    begun.assertHeader('location', '/article/some')
    await db.assertHas('follows', { follower_id: reader.id, followed_id: author.id })
    const followed = await client.get(address).loginAs(reader)
    assert.include(markupOf(followed), `>Unfollow ${author.username}<`)

    await press('DELETE')
    await db.assertCount('follows', 0)
    const left = await client.get(address).loginAs(reader)
    assert.include(markupOf(left), `>Follow ${author.username}<`)
  })

  test('oneself changes nothing', async ({ client, db }) => {
    const reader = await UserFactory.create()

    const response = await client
      .post(`/profile/${reader.username}/follow`)
      .loginAs(reader)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', `/profile/${reader.username}`)
    await db.assertCount('follows', 0)
  })

  test('somebody who does not exist is not possible', async ({ client }) => {
    const reader = await UserFactory.create()

    const response = await client
      .post('/profile/nobody-of-this-name/follow')
      .loginAs(reader)
      .withCsrfToken()

    response.assertStatus(404)
  })
})
