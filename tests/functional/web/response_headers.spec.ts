import './probe_routes.ts'
import { test } from '@japa/runner'
import { HttpResponse } from '@adonisjs/core/http'

import { quietLogs } from './quiet_logs.ts'
import { head, rawRequest } from './raw_request.ts'

const POISON = {
  'a line feed': '%0A',
  'a carriage return': '%0D',
  'a header of its own': '%0D%0ASet-Cookie:%20a=b',
  'a character beyond Latin-1': '%E2%82%AC',
  'an emoji': '%F0%9F%92%A5',
  'an escape': '%1B',
}

test.group('A header made of input', (group) => {
  quietLogs(group)

  test('{$self} in it fails inside the handler')
    .with(Object.keys(POISON) as (keyof typeof POISON)[])
    .run(async ({ client, assert }, kind) => {
      for (const route of ['header', 'append']) {
        const response = await client.get(`/probe/${route}?value=${POISON[kind]}`)

        assert.equal(response.status(), 500, route)
        assert.isUndefined(response.header('x-echo'), route)
        assert.notInclude(String(response.header('set-cookie')), 'a=b', route)
      }

      const next = await client.get('/health/live')
      next.assertStatus(200)
    })

  test('what HTTP can carry is left as it is', async ({ client, assert }) => {
    const response = await client.get('/probe/header?value=a%09b%20"c"')

    response.assertStatus(200)
    assert.equal(response.header('x-echo'), 'a\tb "c"')
  })

  test('a name that is no name is refused as well', ({ assert }) => {
    const response = Object.create(HttpResponse.prototype)

    assert.throws(() => response.header('X Y', 'z'), /HTTP cannot carry/)
    assert.throws(() => response.append('X\n', 'z'), /HTTP cannot carry/)
  })
})

test.group('An answer that cannot be written', (group) => {
  quietLogs(group)

  test('becomes a bare failure, and the process goes on', async ({ client, assert }) => {
    const response = await client.get('/probe/unserialisable')

    response.assertStatus(500)
    assert.notInclude(response.text(), 'symbol')
    assert.include(response.text(), 'Request ')

    const next = await client.get('/health/live')
    next.assertStatus(200)
  })
})

test.group('Addresses of our own that lead to where input says', () => {
  test('never answer with a broken header', async ({ assert }) => {
    for (const value of Object.values(POISON)) {
      for (const target of [
        `/theme/atrium?return=${value}`,
        `/theme/atrium?return=/${value}`,
        `/login?return=${value}`,
      ]) {
        const { status, headers } = await rawRequest(head('GET', target, `Referer: /${value}`))

        assert.isBelow(status, 500, target)
        assert.isAbove(status, 0, target)
        assert.notInclude(headers.get('location') ?? '', '\n', target)
        assert.notMatch(headers.get('set-cookie') ?? '', /a=b/, target)
      }
    }
  })
})
