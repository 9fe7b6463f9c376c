import { test } from '@japa/runner'
import { Writable } from 'node:stream'
import app from '@adonisjs/core/services/app'
import { Logger } from '@adonisjs/core/logger'
import type loggerConfig from '#config/logger'

import { startServerProcess, type ServerProcess } from './server_process.ts'

test.group('The log', (group) => {
  let server: ServerProcess

  group.each.timeout(30_000)
  group.setup(async () => {
    server = await startServerProcess({ RATE_LIMIT_FACTOR: '1000' })
    return () => server.stop()
  })

  test('has one line for each request, with the number that the answer carried', async ({
    assert,
  }) => {
    const answer = await server.get('/no/such/page?a=b')
    const lines = await linesWith(server, answer.headers.get('x-request-id')!)

    assert.lengthOf(lines, 1)
    assert.include(lines[0], { method: 'GET', path: '/no/such/page', status: 404, msg: 'request' })
    assert.isNumber(lines[0].ms)
  })

  test('holds no secret, wherever it was sent', async ({ assert }) => {
    const canary = (name: string) => `canary${name}AbCdEfGhIjKlMnOpQrStUvWxYz0123456789`

    await server.get(`/reset-password/${canary('Reset')}`)
    await server.get(`/nowhere/${canary('Unknown')}`)
    await server.get(`/?token=${canary('Query')}`)
    await server.get('/settings', { cookie: `atrium-session=${canary('Cookie')}` })
    await server.get('/api/user', { authorization: `Token ${canary('Token')}` })
    for (const path of ['/api/users', '/api/users/login', '/login', '/api/users?x=%00']) {
      await fetch(`${server.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          email: 'a@example.com',
          password: canary('Password'),
          user: { email: 'a@example.com', password: canary('Password'), username: '\0' },
        }),
      })
    }
    await fetch(`${server.address}/api/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"password":"${canary('Broken')}"`,
    })

    await linesWith(server, '"path":"/api/users"')
    assert.include(server.output, '"path":"/login"')
    assert.notMatch(server.output, /canary/)
  })
})

test.group('What is logged', () => {
  test('loses its secrets on the way, however deep they lie', ({ assert }) => {
    const lines: string[] = []
    const log = new Logger({
      ...app.config.get<typeof loggerConfig>('logger').loggers.app,
      level: 'info',
      enabled: true,
      transport: undefined,
      destination: new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
    })

    log.info({ password: 'canary', user: { token: 'canary', name: 'kept' } }, 'one')
    log.info(
      { request: { headers: { 'authorization': 'canary', 'set-cookie': ['canary'] } } },
      'two'
    )
    log.error({ err: Object.assign(new Error('no'), { detail: 'Key (email)=(canary)' }) }, 'three')

    assert.lengthOf(lines, 3)
    assert.notInclude(lines.join(''), 'canary')
    assert.include(lines.join(''), 'kept')
  })
})

async function linesWith(server: ServerProcess, text: string) {
  for (let tries = 0; tries < 50 && !server.output.includes(text); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }

  return server.output
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => JSON.parse(line))
}
