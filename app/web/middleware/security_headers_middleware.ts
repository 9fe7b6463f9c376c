import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import type { ShieldConfig } from '@adonisjs/shield/types'

const shield = app.config.get<ShieldConfig>('shield')
const headersOnly = new ShieldMiddleware(
  { ...shield, csrf: { enabled: false } },
  undefined as any,
  undefined
)

/**
 * Sets the headers that make browsers careful, on every answer: pages, JSON, files and errors.
 */
export default class SecurityHeadersMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('Referrer-Policy', 'strict-origin-when-cross-origin')
    ctx.response.header('Cross-Origin-Opener-Policy', 'same-origin')
    ctx.response.header('Cross-Origin-Resource-Policy', 'same-origin')
    ctx.response.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')

    return headersOnly.handle(ctx, next)
  }
}
