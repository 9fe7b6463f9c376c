import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { ShieldConfig } from '@adonisjs/shield/types'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'

import { isAt } from '../path.ts'
import { ContentSecurityPolicy } from '../security/content_security_policy.ts'

const shield = app.config.get<ShieldConfig>('shield')
const csp = new ContentSecurityPolicy(shield.csp!.directives as Record<string, string[]>)
const shieldHeaders = new ShieldMiddleware(
  { ...shield, csp: { enabled: false }, csrf: { enabled: false } },
  undefined as never
)

/**
 * What answers to programs and uploaded files may load: nothing. It needs no number and no work.
 */
const NOTHING = `default-src 'none'; frame-ancestors 'none'; sandbox`

/**
 * Sets the headers that make browsers careful, on every answer: pages, JSON, files and errors.
 */
export default class SecurityHeadersMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    const path = request.url()
    const isData = ['/api', '/health', '/uploads'].some((prefix) => isAt(path, prefix))
    const isImage = isAt(path, '/uploads')

    response.header('Content-Security-Policy', isData ? NOTHING : csp.headerFor(response))
    response.header('Referrer-Policy', 'strict-origin-when-cross-origin')
    response.header('Cross-Origin-Opener-Policy', 'same-origin')
    response.header('Cross-Origin-Resource-Policy', isImage ? 'cross-origin' : 'same-origin')
    response.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')

    return shieldHeaders.handle(ctx, next)
  }
}
