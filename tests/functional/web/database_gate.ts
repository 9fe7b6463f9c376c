import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import env from '#start/env'

/**
 * The way from a server to its database, which a test can shut and open again.
 */
export async function openDatabaseGate() {
  const url = new URL(env.get('DATABASE_URL')!)
  const behind = { host: url.hostname, port: Number(url.port || 5432) }
  const sockets = new Set<Socket>()
  let isOpen = true

  const gate = createServer((near) => {
    if (!isOpen) {
      near.destroy()
      return
    }

    const far = connect(behind)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(from)
      from.pipe(to)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })

  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const { port } = gate.address() as AddressInfo
  url.hostname = '127.0.0.1'
  url.port = String(port)

  const shut = () => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }

  return {
    url: url.href,
    shut,
    open: () => {
      isOpen = true
    },
    remove() {
      shut()
      gate.close()
    },
  }
}
