import type { HttpContext } from '@adonisjs/core/http'

import VisitorMiddleware from './visitor_middleware.ts'
import { hasSessionCookie } from '../session_cookies.ts'
import SessionOnDemandMiddleware from './session_on_demand_middleware.ts'

const session = new SessionOnDemandMiddleware()
const visitor = new VisitorMiddleware()

/**
 * Runs `work` knowing who is asking, also where no route was found and nobody has looked yet. When
 * that cannot be found out, nobody is signed in.
 */
export async function withVisitor<T>(ctx: HttpContext, work: () => Promise<T>) {
  if (ctx.auth || ctx.session || !hasSessionCookie(ctx.request)) {
    return work()
  }

  let result: Promise<T> | undefined
  const workOnce = () => (result ??= work())

  try {
    await session.handle(ctx, () => visitor.handle(ctx, workOnce))
  } catch (error) {
    ctx.logger.warn({ err: error }, 'An error page is shown as to somebody who is not signed in')
  }
  return workOnce()
}
