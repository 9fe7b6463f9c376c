import edge from 'edge.js'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { ShieldConfig } from '@adonisjs/shield/types'
import encryption from '@adonisjs/core/services/encryption'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'

const shield = app.config.get<ShieldConfig>('shield')
const csrfOnly = new ShieldMiddleware(
  {
    csrf: shield.csrf,
    csp: { enabled: false },
    xFrame: { enabled: false },
    hsts: { enabled: false },
    contentTypeSniffing: { enabled: false },
  },
  encryption.use(),
  edge
)

/**
 * Asks every change made with a session for the token that only our own forms carry.
 */
export default class CsrfMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    return ctx.session ? csrfOnly.handle(ctx, next) : next()
  }
}
