import { Bouncer } from '@adonisjs/bouncer'
import { Actor } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Gives each request a bouncer, which asks the policies on behalf of whoever is signed in.
 */
export default class BouncerMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const visitor = () => (ctx.auth.user ? Actor.of(ctx.auth.user, { interface: 'pages' }) : null)
    ctx.bouncer = new Bouncer<Actor>(visitor).setContainerResolver(ctx.containerResolver)

    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    bouncer: Bouncer<Actor>
  }
}
