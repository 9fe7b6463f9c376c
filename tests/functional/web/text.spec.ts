import './probe_routes.ts'
import { test } from '@japa/runner'

import { head, rawRequest } from './raw_request.ts'

const UNSTORABLE = { 'NUL': 'a\0b', 'half a character': 'a\ud800', 'the other half': '\udc00b' }

test.group('Text that cannot be stored', () => {
  test('{$self} in a value is refused with the value')
    .with(Object.keys(UNSTORABLE) as (keyof typeof UNSTORABLE)[])
    .run(async ({ client }, kind) => {
      const response = await client.post('/api/probe/form').json({ title: UNSTORABLE[kind] })

      response.assertStatus(422)
      response.assertBody({ errors: { title: ['holds characters that cannot be stored'] } })
    })

  test('is refused inside of lists too', async ({ client }) => {
    const response = await client
      .post('/api/probe/form')
      .json({ title: 'fine', tagList: ['fine', 'a\0b'] })

    response.assertStatus(422)
    response.assertBody({ errors: { tagList: ['holds characters that cannot be stored'] } })
  })

  test('in a path there is no such page', async ({ assert }) => {
    for (const target of ['/%00', '/article/%00', '/profile/a%00b', '/api/articles/%00']) {
      const { status } = await rawRequest(head('GET', target))
      assert.equal(status, 404, target)
    }
  })

  test('in a query the request is refused', async ({ assert }) => {
    for (const target of ['/?tag=%00', '/?%00=1', '/api/articles?tag=a%00', '/?a[b%00]=1']) {
      const { status } = await rawRequest(head('GET', target))
      assert.equal(status, 400, target)
    }
  })

  test('a path that is not valid UTF-8 is refused', async ({ assert }) => {
    for (const target of ['/%ff', '/%', '/%zz', '/%c0%80', '/%ed%a0%80', '/api/articles/%e4']) {
      const { status, body, headers } = await rawRequest(head('GET', target, 'Accept: text/html'))

      assert.equal(status, 400, target)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', target)
      assert.notInclude(body, 'URIError', target)
    }
  })
})

test.group('Numbers', () => {
  test('{$self} is not one that is taken')
    .with(['1.5', '101', '-1', '1e400', 'NaN', 'Infinity', '1,5', '99999999999999999999'])
    .run(async ({ client, assert }, count) => {
      const response = await client.post('/api/probe/form').json({ title: 'x', count })

      assert.equal(response.status(), 422)
      assert.property(response.body().errors, 'count')
    })
})
