import logger from '@adonisjs/core/services/logger'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

import { loggablePath } from '../requests/loggable_path.ts'

/**
 * These lines hold nothing to hide, and looking for it would take longer than all the rest.
 */
const lines = logger.child({}, { redact: [] })

/**
 * Writes one line for each request: what was asked, what came of it, and how long it took. The
 * line carries the request's id, as all lines do that are written on the way.
 */
export default class RequestLogMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx

    if (lines.isLevelEnabled('info')) {
      const start = performance.now()

      response.response.once('close', () => {
        const ms = Math.round((performance.now() - start) * 10) / 10
        const status = response.response.writableFinished ? response.getStatus() : 'aborted'
        lines.info(
          {
            request_id: request.id(),
            method: request.method(),
            path: loggablePath(ctx),
            status,
            ms,
          },
          'request'
        )
      })
    }

    return next()
  }
}
