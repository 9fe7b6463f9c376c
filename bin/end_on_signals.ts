import type { Server } from 'node:http'
import type { Ignitor } from '@adonisjs/core'

/** npm sends Ctrl-C on, so one comes twice. What comes after so many milliseconds is a second one. */
const SAME = 1_000

/**
 * Ends the process in order. SIGTERM lets everybody finish, for a server that is replaced by
 * another. Ctrl-C is somebody at a keyboard: idle connections are closed at once, and a second
 * Ctrl-C cuts the others off.
 *
 * @param started a start that is under way is let through, since what it starts has to be stopped
 * @returns whether the end is coming
 */
export function endOnSignals(ignited: Ignitor, started: () => Promise<void>) {
  const end = { isComing: false }
  let since = 0

  const begin = async (signal: NodeJS.Signals) => {
    end.isComing = true
    since = Date.now()
    await started().catch(() => {})

    const server = await serverOf(ignited)
    const terminated = ignited.terminate()
    if (signal === 'SIGINT') setImmediate(() => server?.closeIdleConnections())
    await terminated
    process.exit()
  }

  const hurry = async () => {
    const server = await serverOf(ignited)
    server?.closeAllConnections()
  }

  process.on('SIGTERM', (signal) => end.isComing || begin(signal))
  process.on('SIGINT', (signal) => {
    if (!end.isComing) return begin(signal)
    if (Date.now() - since > SAME) return hurry()
  })
  return end
}

async function serverOf(ignited: Ignitor) {
  const server = await ignited.getApp()?.container.make('server')
  return server?.getNodeServer() as Server | undefined
}
