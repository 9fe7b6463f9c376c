import { test } from '@japa/runner'

import { head, rawRequest } from './raw_request.ts'

const signUp = (username: string, email: string) => {
  const body = JSON.stringify({ user: { username, email, password: 'password123' } })
  const length = `Content-Length: ${Buffer.byteLength(body)}`

  return rawRequest(head('POST', '/api/users', 'Content-Type: application/json', length), body)
}

test.group('Thirty people who want the same thing at once', () => {
  test('one gets it, and the others are told that it is taken', async ({ assert }) => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => signUp(`racer${i}`, i % 2 ? 'race@x.io' : 'Race@X.io'))
    )

    const statuses = Map.groupBy(answers, ({ status }) => status)
    assert.lengthOf(statuses.get(201)!, 1)
    assert.lengthOf(statuses.get(409)!, 29)
    for (const { body } of statuses.get(409)!) {
      assert.deepEqual(JSON.parse(body), { errors: { email: ['has already been taken'] } })
    }
  })
})
