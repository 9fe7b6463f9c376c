import type { ApplicationService } from '@adonisjs/core/types'

import { ignitor } from './ignitor.ts'
import { reportError } from './report_error.ts'
import { createHttpServer } from './http_server.ts'

/**
 * Boots the application, does the given steps and answers requests until a signal comes.
 */
export async function serve(steps: ((app: ApplicationService) => Promise<void>)[] = []) {
  const server = ignitor().tap((app) => {
    app.booted(async () => {
      for (const step of steps) await step(app)
    })
    endOnSignals(app)
  })

  try {
    await server.httpServer().start(createHttpServer)
  } catch (error) {
    await server.terminate()
    await reportError(error)
    process.exit()
  }
}

/**
 * SIGTERM lets everybody finish, for a server that is replaced by another. Ctrl-C is somebody
 * waiting at a keyboard; npm sends it on, so it comes twice.
 */
function endOnSignals(app: ApplicationService) {
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    await app.terminate()
    process.exit()
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
