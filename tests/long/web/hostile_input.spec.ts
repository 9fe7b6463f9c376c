import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'

import { Chance } from './chance.ts'
import { senders } from './senders.ts'
import { rawRequest } from '../../functional/web/raw_request.ts'
import { hostileRequest, type Sender, type Target } from './hostile_requests.ts'
import { startServerProcess, type ServerProcess } from '../../functional/web/server_process.ts'

const SEED = Number(process.env.SEED ?? 20261120)
const PER_ROUTE = Number(process.env.PER_ROUTE ?? 25)
const AT_ONCE = 8

/** Requests delete accounts and end sessions: every few routes others go on. */
const NEW_PEOPLE_AFTER = 5

/** What an answer must not tell. */
const INSIDE =
  /node_modules|\/app\/web|at async |SQLSTATE|insert into|select \*|from "(users|articles)"/

test.group('Thousands of hostile requests to every route', (group) => {
  let server: ServerProcess

  group.each.timeout(900_000)
  group.setup(async () => {
    server = await startServerProcess({
      LOG_LEVEL: 'error',
      SESSION_DRIVER: 'database',
      RATE_LIMIT_FACTOR: '100000',
    })
    return () => server.stop()
  })

  test('are all answered, none with a failure of ours', async ({ assert }) => {
    const chance = new Chance(SEED)
    const statuses = new Map<number, number>()
    const bad: string[] = []
    let sent = 0
    let slowest = 0

    let people: Sender[] = []
    for (const [i, target] of targets().entries()) {
      if (i % NEW_PEOPLE_AFTER === 0) people = await senders(server)

      for (const sender of people) {
        const requests = Array.from({ length: PER_ROUTE }, () =>
          hostileRequest(chance, target, sender)
        )

        await inBatches(requests, async ({ method, target: address, headers, body }) => {
          const start = [`${method} ${address} HTTP/1.1`, `Host: 127.0.0.1`, ...headers]
          const before = performance.now()
          const answer = await rawRequest(start, body, server.port)
          slowest = Math.max(slowest, performance.now() - before)
          const told = INSIDE.test(answer.body)

          sent++
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
          if (answer.status === 0 || answer.status >= 500 || told) {
            const shown = JSON.stringify({ headers, body: body.toString('latin1').slice(0, 800) })
            bad.push(
              `${answer.status} ${sender.name} ${start[0].slice(0, 300)} ${shown}\n${loggedBy(server, answer.headers.get('x-request-id'))}`
            )
          }
        })
      }
    }

    console.log(
      `${sent} requests, seed ${SEED}, slowest ${Math.round(slowest)} ms:`,
      Object.fromEntries([...statuses].sort())
    )
    assert.deepEqual(bad, [])
    assert.isTrue(server.isAlive)
    assert.equal(await server.statusOf('/health/ready'), 200)
  })

  test('are refused where they are not even HTTP', async ({ assert }) => {
    const host = 'Host: 127.0.0.1'
    const post = 'POST /api/users HTTP/1.1'

    for (const [lines, body = ''] of [
      [['GET /']],
      [['GARBAGE']],
      [['GET / HTTP/9.9', host]],
      [['PRI * HTTP/2.0']],
      [['GET / HTTP/1.1']],
      [['GET / HTTP/1.1', host, host.replace('127', '126')]],
      [['GET / HTTP/1.1', host, 'No colon']],
      [['GET / HTTP/1.1', host, 'Space : x']],
      [['GET / HTTP/1.1', host, 'Null: a\0b']],
      [['GET / HTTP/1.1', host, `Long: ${'x'.repeat(17_000)}`]],
      [['GET / HTTP/1.1', host, ...Array.from({ length: 2_100 }, (_, i) => `X${i}: y`)]],
      [[`GET /${'x'.repeat(17_000)} HTTP/1.1`, host]],
      [[post, host, 'Content-Length: -1']],
      [[post, host, 'Content-Length: x']],
      [[post, host, 'Content-Length: 1', 'Content-Length: 2'], 'xx'],
      [[post, host, 'Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
      [[post, host, 'Transfer-Encoding: chunked'], 'zz\r\nxx\r\n'],
      [[post, host, 'Transfer-Encoding: x, y'], '0\r\n\r\n'],
    ] as [string[], string?][]) {
      const { status } = await rawRequest(lines, body, server.port)
      assert.isTrue(
        status >= 400 && status < 500,
        `${status} for ${lines.join(' | ').slice(0, 80)}`
      )
    }

    assert.equal(await server.statusOf('/health/ready'), 200)
  })
})

/**
 * What the server wrote about a request.
 */
function loggedBy(server: ServerProcess, requestId = 'none') {
  return server.output.split('\n').find((line) => line.includes(requestId)) ?? 'nothing was logged'
}

function targets(): Target[] {
  router.commit()

  return router
    .toJSON()
    .root.flatMap(({ pattern, methods }) => methods.map((method) => ({ method, pattern })))
    .filter(({ method }) => method !== 'HEAD')
}

async function inBatches<T>(things: T[], work: (thing: T) => Promise<void>) {
  const queue = [...things]
  const worker = async () => {
    for (let thing = queue.shift(); thing; thing = queue.shift()) await work(thing)
  }

  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
