import { Bouncer } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Gives each request a bouncer, which asks the policies on behalf of whoever is signed in.
 */
export default class BouncerMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    ctx.bouncer = new Bouncer<Visitor>(() => ctx.auth.user ?? null).setContainerResolver(
      ctx.containerResolver
    )

    return next()
  }
}

type Visitor = Exclude<HttpContext['auth']['user'], undefined>

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    bouncer: Bouncer<Visitor>
  }
}
