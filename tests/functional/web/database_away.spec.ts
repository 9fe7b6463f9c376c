import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'

import { openDatabaseGate } from './database_gate.ts'
import { startServerProcess, type ServerProcess } from './server_process.ts'

test.group('While the database is away', (group) => {
  group.each.timeout(60_000)

  let gate: Awaited<ReturnType<typeof openDatabaseGate>>
  let server: ServerProcess

  group.setup(async () => {
    gate = await openDatabaseGate()
    server = await startServerProcess({ DATABASE_URL: gate.url })

    return async () => {
      await server.stop()
      gate.remove()
    }
  })

  group.each.setup(() => {
    gate.open()
  })

  test('every request is told to come back, in its own form', async ({ assert }) => {
    assert.equal(await server.statusOf('/api/articles'), 200)
    gate.shut()

    for (const path of ['/api/articles', '/api/tags', '/', '/search?q=x', '/feed.atom']) {
      const answer = await server.get(path, { accept: 'text/html' })
      const body = await answer.text()

      assert.equal(answer.status, 503, path)
      assert.isAbove(Number(answer.headers.get('retry-after')), 0, path)
      assert.notMatch(body, /select|ECONN|postgres|terminated/i, path)
    }

    const problem = await server.get('/', { accept: 'application/json' })
    assert.equal(problem.status, 503)
    assert.include(problem.headers.get('content-type')!, 'application/problem+json')
  })

  test('the process lives but is not ready, and is ready by itself later', async ({ assert }) => {
    await sleep(1_100)
    assert.equal(await server.statusOf('/health/ready'), 200)

    gate.shut()
    await sleep(1_100)
    const ready = await server.get('/health/ready')
    assert.equal(ready.status, 503)
    assert.deepEqual(await ready.json(), { status: 'not ready', checks: { database: 'down' } })
    assert.equal(await server.statusOf('/health/live'), 200)

    gate.open()
    await sleep(1_100)
    assert.equal(await server.statusOf('/health/ready'), 200)
    assert.equal(await server.statusOf('/api/articles'), 200)
  })
})

test.group('When the database is busy', (group) => {
  group.each.timeout(60_000)

  test('nobody waits for long, and what needs no database does not notice', async ({
    assert,
    cleanup,
  }) => {
    const server = await startServerProcess({ DATABASE_POOL_SIZE: '2' })
    cleanup(() => server.stop())
    assert.equal(await server.statusOf('/api/articles'), 200)

    const lock = await db.transaction()
    await lock.rawQuery('lock table articles in access exclusive mode')

    const start = performance.now()
    const crowd = Array.from({ length: 20 }, () => server.get('/api/articles'))
    await sleep(300)

    const before = performance.now()
    assert.equal(await server.statusOf('/health/live'), 200)
    assert.isBelow(performance.now() - before, 500)

    for (const answer of await Promise.all(crowd)) {
      assert.equal(answer.status, 503)
      assert.equal(answer.headers.get('retry-after'), '2')
    }
    assert.isBelow(performance.now() - start, 6_000)

    await lock.rollback()
    assert.equal(await server.statusOf('/api/articles'), 200)
  })
})
