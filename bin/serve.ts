import type { ApplicationService } from '@adonisjs/core/types'

import { ignitor } from './ignitor.ts'
import { guardProcess } from './last_guard.ts'
import { reportError } from './report_error.ts'
import { createHttpServer } from './http_server.ts'

type Step = (app: ApplicationService) => Promise<void>

/**
 * Boots the application and answers requests until a signal comes.
 *
 * @param steps.before what is done between booting and listening
 * @param steps.after what is done once it listens
 */
export async function serve(steps: { before?: Step[]; after?: Step } = {}) {
  const server = ignitor()
  const end = endOnSignals(
    () => starting,
    server.terminate.bind(server),
    () => server.getApp()!
  )

  guardProcess(server.terminate.bind(server), () => server.getApp())

  server.tap((app) => {
    app.starting(async () => {
      for (const step of steps.before ?? []) if (!end.isComing) await step(app)
    })
    app.ready(async () => {
      if (!end.isComing) await steps.after?.(app)
    })
  })

  const starting = server.httpServer().start(createHttpServer)
  try {
    await starting
  } catch (error) {
    await server.terminate()
    await reportError(error)
    process.exit()
  }
}

/**
 * SIGTERM lets everybody finish, for a server that is replaced by another. Ctrl-C is somebody at
 * a keyboard: nobody waits for idle connections. npm sends it on, so it comes twice.
 */
function endOnSignals(
  started: () => Promise<void>,
  terminate: () => Promise<void>,
  app: () => ApplicationService
) {
  const end = { isComing: false }

  const onSignal = async (signal: NodeJS.Signals) => {
    if (end.isComing) return
    end.isComing = true

    /* A start that is under way is let through: what it started can then be stopped. */
    await started().catch(() => {})
    const terminated = terminate()
    if (signal === 'SIGINT') {
      const server = await app().container.make('server')
      setImmediate(() =>
        (server.getNodeServer() as import('node:http').Server | undefined)?.closeIdleConnections()
      )
    }
    await terminated
    process.exit()
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return end
}
