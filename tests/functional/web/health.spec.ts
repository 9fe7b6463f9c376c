import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import app from '@adonisjs/core/services/app'
import { setTimeout as sleep } from 'node:timers/promises'

import { head, rawRequest } from './raw_request.ts'

test.group('Health', () => {
  test('the process says that it lives, without asking the database', async ({
    client,
    assert,
  }) => {
    const queries = await queriesDuring(async () => {
      const response = await client.get('/health/live')
      response.assertStatus(200)
      response.assertBody({ status: 'live' })
    })

    assert.isEmpty(queries.filter((sql) => sql === 'select 1'))
  })

  test('however often it is asked whether it is ready, the database is asked once a second', async ({
    assert,
  }) => {
    await sleep(1_100)

    const queries = await queriesDuring(async () => {
      const looks = Array.from({ length: 20 }, () => rawRequest(head('GET', '/health/ready')))
      for (const { status, body } of await Promise.all(looks)) {
        assert.equal(status, 200)
        assert.equal(body, '{"status":"ready","checks":{"database":"up"}}')
      }
    })

    assert.deepEqual(queries, ['select 1'])
  })

  test('a process that is about to end is no longer ready', async ({ client, cleanup }) => {
    cleanup(() => {
      Reflect.deleteProperty(app, 'isTerminating')
    })
    Object.defineProperty(app, 'isTerminating', { value: true, configurable: true })

    const response = await client.get('/health/ready')
    response.assertStatus(503)
    response.assertBody({ status: 'stopping' })
  })
})

async function queriesDuring(work: () => Promise<void>) {
  const queries: string[] = []
  const listen = ({ sql }: { sql: string }) => queries.push(sql)
  const client = db.connection().getReadClient()

  client.on('query', listen)
  await work()
  client.off('query', listen)
  return queries
}
