import './probe_routes.ts'
import { test } from '@japa/runner'

import { quietLogs } from './quiet_logs.ts'
import { head, rawRequest } from './raw_request.ts'

const EVERYWHERE = [
  '/',
  '/no/such/page',
  '/probe/crash',
  '/robots.txt',
  '/favicon.svg',
  '/api/tags',
  '/health/live',
]

test.group('Every answer', (group) => {
  quietLogs(group)

  test('tells browsers to be careful: {$self}')
    .with(EVERYWHERE)
    .run(async ({ assert }, target) => {
      const { headers } = await rawRequest(head('GET', target, 'Accept: text/html'))

      assert.match(headers.get('content-security-policy')!, /^default-src 'none'/)
      assert.include(headers.get('content-security-policy')!, `frame-ancestors 'none'`)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('x-frame-options'), 'DENY')
      assert.equal(headers.get('referrer-policy'), 'strict-origin-when-cross-origin')
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
      assert.include(headers.get('permissions-policy')!, 'camera=()')
      assert.isFalse(headers.has('x-powered-by'))
      assert.isFalse(headers.has('server'))
    })
})

test.group('The content security policy of pages', () => {
  test('allows nothing inline but what carries its number, new each time', async ({ assert }) => {
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await rawRequest(
          head('GET', '/no/such/page', 'Accept: text/html')
        )
        const policy = headers.get('content-security-policy')!
        const [, nonce] = /script-src[^;]*'nonce-([\w-]{22})'/.exec(policy)!

        assert.include(body, `content="${nonce}"`)
        assert.notMatch(policy, /unsafe|\*/)
        return nonce
      })
    )

    assert.notEqual(policies[0], policies[1])
  })

  test('has no word in it that only a package would understand', async ({ assert }) => {
    const { headers } = await rawRequest(head('GET', '/', 'Accept: text/html'))
    assert.notInclude(headers.get('content-security-policy')!, '@')
  })

  test('does not hinder pages: none has a style attribute or an inline script', async ({
    assert,
  }) => {
    for (const target of ['/', '/no/such/page', '/login', '/register', '/search?q=x']) {
      const { body } = await rawRequest(head('GET', target, 'Accept: text/html'))

      assert.notMatch(body, /\sstyle=/, target)
      assert.notMatch(body, /\son\w+=/, target)
      assert.notMatch(body, /<script(?![^>]*\ssrc=)[^>]*>/, target)
    }
  })
})

test.group('The number of a request', () => {
  test('is ours, whatever others send', async ({ assert }) => {
    for (const given of ['abc', 'x'.repeat(5_000), '<script>', '../../etc', 'a b']) {
      const { headers } = await rawRequest(head('GET', '/health/live', `X-Request-Id: ${given}`))
      assert.match(headers.get('x-request-id')!, /^[\da-f]{8}-[\da-f-]{27}$/, given)
    }
  })
})
