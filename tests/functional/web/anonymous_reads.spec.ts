import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'

import { head, rawRequest } from './raw_request.ts'

const PUBLIC = [
  '/',
  '/?page=2',
  '/tag/nothing',
  '/search',
  '/search?q=rust',
  '/feed.atom',
  '/sitemap.xml',
  '/no/such/page',
  '/article/no-such-article',
  '/profile/nobody',
  '/api/articles',
  '/api/tags',
]

test.group('Reading without an account', () => {
  test('sets no cookie, opens no session and asks for nobody: {$self}')
    .with(PUBLIC)
    .run(async ({ assert }, target) => {
      const queries: string[] = []
      const client = db.connection().getReadClient()
      const listen = ({ sql }: { sql: string }) => queries.push(sql)

      client.on('query', listen)
      const { status, headers } = await rawRequest(head('GET', target, 'Accept: text/html'))
      client.off('query', listen)

      assert.isBelow(status, 500)
      assert.isFalse(headers.has('set-cookie'))
      assert.notMatch(queries.join('\n'), /"?(sessions|remember_me_tokens)"?/)
    })

  test('pages say that they differ by cookie and hold no form that needs one', async ({
    assert,
  }) => {
    for (const target of ['/', '/search', '/tag/nothing']) {
      const { headers, body } = await rawRequest(head('GET', target, 'Accept: text/html'))

      assert.equal(headers.get('vary'), 'Cookie', target)
      assert.notMatch(body, /<form[^>]*method="post"/i, target)
      assert.notInclude(body, '_csrf', target)
    }
  })

  test('a page with a form says so and gets a session', async ({ assert }) => {
    const { headers, body } = await rawRequest(head('GET', '/login', 'Accept: text/html'))

    assert.isTrue(headers.has('set-cookie'))
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.include(body, "name='_csrf'")
  })
})
