import { test } from '@japa/runner'

import { head, rawRequest } from './raw_request.ts'
import { startServerProcess, type ServerProcess } from './server_process.ts'

test.group('In production, behind a proxy that is named', (group) => {
  let server: ServerProcess

  group.each.timeout(30_000)
  group.setup(async () => {
    server = await startServerProcess({
      NODE_ENV: 'production',
      APP_URL: 'https://blog.example',
      TRUST_PROXY: '127.0.0.1',
      SESSION_DRIVER: 'memory',
    })
    return () => server.stop()
  })

  const send = (method: string, target: string, ...headers: string[]) =>
    rawRequest(head(method, target, ...headers), '', server.port)

  test('browsers are told to come by https for a year', async ({ assert }) => {
    const { headers } = await send('GET', '/health/live')

    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains')
  })

  test('the session cookie is bound to this host and to https', async ({ assert }) => {
    const { headers } = await send(
      'POST',
      '/login',
      'Content-Length: 0',
      'Accept: application/json'
    )
    const cookie = headers.get('set-cookie')!

    assert.match(cookie, /^__Host-atrium-session=/)
    for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
      assert.include(cookie, flag)
    }
    assert.notInclude(cookie, 'Domain')
  })

  test('a request keeps the number that the proxy gave it, if it is one', async ({ assert }) => {
    const good = await send('GET', '/health/live', 'X-Request-Id: edge-42_b')
    const bad = await send('GET', '/health/live', 'X-Request-Id: a b<c>')

    assert.equal(good.headers.get('x-request-id'), 'edge-42_b')
    assert.match(bad.headers.get('x-request-id')!, /^[\da-f-]{36}$/)
  })

  test('the host that the proxy names must be ours as well', async ({ assert }) => {
    const ours = await send('GET', '/robots.txt', 'X-Forwarded-Host: blog.example')
    const other = await send('GET', '/robots.txt', 'X-Forwarded-Host: evil.example')

    assert.equal(ours.status, 200)
    assert.equal(other.status, 421)
  })

  test('an error says its number and nothing else', async ({ assert }) => {
    const { status, body } = await send('GET', '/no/such/page', 'Accept: text/html')

    assert.equal(status, 404)
    assert.notMatch(body, /node_modules|at .*\.ts/)
  })
})
