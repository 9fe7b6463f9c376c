import { test } from '@japa/runner'

import { head, rawRequest } from './raw_request.ts'

test.group('A page for people who are signed in', () => {
  test('sends others to sign in, and remembers where they wanted to go', async ({
    client,
    assert,
  }) => {
    const response = await client.get('/settings?from=here').redirects(0)

    response.assertStatus(303)
    response.assertHeader('location', '/login')
    assert.equal(response.session('redirect').intendedUrl, '/settings?from=here')
  })

  test('does so for a browser without a session, too', async ({ assert }) => {
    const { status, headers } = await rawRequest(head('GET', '/settings', 'Accept: text/html'))

    assert.equal(status, 303)
    assert.equal(headers.get('location'), '/login')
    assert.isTrue(headers.has('set-cookie'))
  })

  test('is a problem with 401 for programs', async ({ assert }) => {
    const { status, headers } = await rawRequest(
      head('GET', '/settings', 'Accept: application/json')
    )

    assert.equal(status, 401)
    assert.include(headers.get('content-type')!, 'application/problem+json')
  })
})
