import { test } from '@japa/runner'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import { createHttpServer } from '../../../bin/http_server.ts'

/** Listens on a free port, and answers after `delay` milliseconds. */
async function listen(delay = 0) {
  const server = createHttpServer((_request, response) => {
    setTimeout(() => response.end('here'), delay)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** Sends text over a connection of its own; what comes back is read with `answer`. */
async function open(port: number) {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  let isClosed = false
  socket.on('data', (chunk) => (received += chunk))
  socket.on('close', () => (isClosed = true))
  socket.on('error', () => {})

  return {
    send: (text: string) => socket.write(text),
    destroy: () => socket.destroy(),
    get isClosed() {
      return isClosed
    },
    async answer() {
      for (let wait = 0; wait < 500 && !received.includes('\r\n\r\n') && !isClosed; wait++)
        await pause(10)
      await pause(20)
      const answer = received
      received = ''
      return answer
    },
  }
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n'

test.group('The HTTP server', (group) => {
  group.tap((each) => each.timeout(20_000))

  test('gives slow clients less time than Node does', async ({ assert, cleanup }) => {
    const { server } = await listen()
    cleanup(() => void server.close())

    assert.equal(server.headersTimeout, 10_000)
    assert.equal(server.requestTimeout, 30_000)
    assert.equal(server.keepAliveTimeout, 65_000)
    assert.equal(server.maxConnections, 10_000)
  })

  test('refuses headers larger than 16 KB', async ({ assert, cleanup }) => {
    const { server, port } = await listen()
    cleanup(() => void server.close())
    const client = await open(port)
    client.send(`GET / HTTP/1.1\r\nHost: here\r\nX-Large: ${'a'.repeat(17_000)}\r\n\r\n`)

    assert.match(await client.answer(), /^HTTP\/1\.1 431 /)
  })

  test('finishes what it was answering when it is closed, and says that the connection ends', async ({
    assert,
  }) => {
    const { server, port } = await listen(300)
    const client = await open(port)
    client.send(REQUEST)
    await pause(100)
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))

    const answer = await client.answer()
    assert.match(answer, /^HTTP\/1\.1 200 /)
    assert.match(answer, /^Connection: close\r$/m)
    await closed
  })

  test('still answers on an idle connection, but takes no new one', async ({ assert }) => {
    const { server, port } = await listen()
    const idle = await open(port)
    idle.send(REQUEST)
    assert.match(await idle.answer(), /^Connection: keep-alive\r$/m)

    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const late = await open(port)
    await pause(100)
    assert.isTrue(late.isClosed)

    idle.send(REQUEST)
    assert.match(await idle.answer(), /^Connection: close\r$/m)
    await closed
  })

  test('does not wait for idle connections for long', async ({ assert }) => {
    const { server, port } = await listen()
    const idle = await open(port)
    idle.send(REQUEST)
    await idle.answer()

    const startedAt = Date.now()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    assert.isBelow(Date.now() - startedAt, 4_000)
  })
})
