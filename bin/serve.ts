import type { ApplicationService } from '@adonisjs/core/types'

import { ignitor } from './ignitor.ts'
import { guardProcess } from './last_guard.ts'
import { reportError } from './report_error.ts'
import { endOnSignals } from './end_on_signals.ts'
import { createHttpServer } from './http_server.ts'

type Step = (app: ApplicationService) => Promise<void>

/**
 * Boots the application and answers requests until a signal comes.
 *
 * @param steps.before what is done between booting and listening
 * @param steps.after what is done once it listens
 */
export async function serve(steps: { before?: Step[]; after?: Step } = {}) {
  const ignited = ignitor()
  const end = endOnSignals(ignited, () => starting)
  guardProcess(ignited.terminate.bind(ignited), () => ignited.getApp())

  ignited.tap((app) => {
    app.starting(async () => {
      for (const step of steps.before ?? []) if (!end.isComing) await step(app)
    })
    app.ready(async () => {
      if (!end.isComing) await steps.after?.(app)
    })
  })

  const starting = ignited.httpServer().start(createHttpServer)
  try {
    await starting
  } catch (error) {
    await ignited.terminate()
    await reportError(error)
    process.exit()
  }
}
