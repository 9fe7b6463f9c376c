import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

test.group('Profiles', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('anybody reads them, by the name in any case', async ({ client }) => {
    const person = await UserFactory.merge({
      bio: 'Writes.',
      image: 'https://a.test/i.png',
    }).create()

    for (const name of [person.username, person.username.toUpperCase()]) {
      const response = await client.get(`/api/profiles/${name}`)

      response.assertStatus(200)
      response.assertBody({
        profile: {
          username: person.username,
          bio: 'Writes.',
          image: 'https://a.test/i.png',
          following: false,
        },
      })
    }
  })

  test('following begins and ends, once each', async ({ client }) => {
    const [reader, person] = await UserFactory.createMany(2)
    const url = `/api/profiles/${person.username}`
    const profile = { username: person.username, bio: null, image: null }

    for (const [method, path, following] of [
      ['post', `${url}/follow`, true],
      ['post', `${url}/follow`, true],
      ['get', url, true],
      ['delete', `${url}/follow`, false],
      ['delete', `${url}/follow`, false],
      ['get', url, false],
    ] as const) {
      const response = await client[method](path).withGuard('api').loginAs(reader)

      response.assertStatus(200)
      response.assertBody({ profile: { ...profile, following } })
    }
  })

  test('who follows is seen by nobody else', async ({ client, assert }) => {
    const [reader, person, other] = await UserFactory.createMany(3)
    const url = `/api/profiles/${person.username}`
    await client.post(`${url}/follow`).withGuard('api').loginAs(reader)

    const seenByOther = await client.get(url).withGuard('api').loginAs(other)
    const seenSignedOut = await client.get(url)

    assert.isFalse(seenByOther.body().profile.following)
    assert.isFalse(seenSignedOut.body().profile.following)
  })

  test('nobody follows themselves', async ({ client, assert }) => {
    const person = await UserFactory.create()

    const response = await client
      .post(`/api/profiles/${person.username}/follow`)
      .withGuard('api')
      .loginAs(person)

    response.assertStatus(200)
    assert.isFalse(response.body().profile.following)
  })

  test('an unknown person is not found', async ({ client }) => {
    const user = await UserFactory.create()
    const url = '/api/profiles/no-such-person'

    const answers = [
      await client.get(url),
      await client.post(`${url}/follow`).withGuard('api').loginAs(user),
      await client.delete(`${url}/follow`).withGuard('api').loginAs(user),
    ]

    for (const answer of answers) {
      answer.assertStatus(404)
      answer.assertBody({ errors: { profile: ['not found'] } })
    }
  })

  test('a missing token is answered before anything else', async ({ client }) => {
    const url = '/api/profiles/no-such-person/follow'

    for (const answer of [await client.post(url), await client.delete(url)]) {
      answer.assertStatus(401)
      answer.assertBody({ errors: { token: ['is missing'] } })
    }
  })
})
