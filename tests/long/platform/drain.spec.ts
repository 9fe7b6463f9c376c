import { Agent, request } from 'node:http'
import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'

import { Product } from './product.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** Asks over a connection that is kept alive, and says what came of it. */
function ask(agent: Agent, url: string) {
  return new Promise<{ status?: number; closes?: boolean; error?: string }>((resolve) => {
    request(url, { agent }, (response) => {
      response.resume()
      response.once('end', () =>
        resolve({ status: response.statusCode, closes: response.headers.connection === 'close' })
      )
    })
      .once('error', (error: NodeJS.ErrnoException) => resolve({ error: error.code }))
      .end()
  })
}

test('SIGTERM lets busy keep-alive clients finish: not one of their requests is cut off', async ({
  assert,
  cleanup,
}) => {
  const { folder } = await temporaryFolder()
  const product = new Product(folder)
  cleanup(() => product.discard())
  await product.start()

  let isUp = true
  const cutOff: string[] = []
  let answered = 0
  const clients = Array.from({ length: 16 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (isUp) {
      const { status, closes, error } = await ask(agent, product.address('/health/live'))
      /* After `Connection: close` a client would have to connect anew, and may be refused. */
      if (error === 'ECONNREFUSED') break
      if (error || status !== 200) cutOff.push(error ?? String(status))
      answered += 1
      if (closes) break
    }
    agent.destroy()
  })

  await pause(500)
  const started = Date.now()
  const code = await product.end('SIGTERM')
  isUp = false
  await Promise.all(clients)

  assert.equal(code, 0)
  assert.isBelow(Date.now() - started, 5_000)
  assert.isAbove(answered, 100)
  assert.deepEqual(cutOff, [])
}).timeout(120_000)
