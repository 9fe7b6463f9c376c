import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'

import type { AdminConfig } from '../config.ts'
import { E_LOOKING_ONLY } from './errors.ts'
import { Impersonation } from './impersonation.ts'

const LOOKING = ['GET', 'HEAD', 'OPTIONS']

/** Where people are always themselves */
const END = '/admin/impersonations/end'

/**
 * Goes on with an impersonation, once it is known who is signed in: from here on the request is made by
 * the other one. Pages of the product can only be looked at meanwhile, so that nobody's password, email
 * or token is changed, and no row without both names in its history.
 *
 * @throws E_LOOKING_ONLY
 */
export async function resumeImpersonation(ctx: HttpContext) {
  const config = app.config.get<AdminConfig>('admin')
  const signedIn = config.user(ctx)
  const path = ctx.request.url()
  if (!signedIn || path === END) return
  if (path === config.signOutAddress) return Impersonation.end(ctx)

  const impersonation = await Impersonation.resume(ctx, signedIn)
  if (!impersonation) return

  ctx.impersonation = impersonation
  config.actAs(ctx, impersonation.user)
  ctx.view.share({
    impersonation: {
      name: config.nameOf(impersonation.user),
      minutes: Math.ceil(impersonation.until.diffNow('minutes').minutes),
      end: END,
    },
  })

  const isAdmin = path === '/admin' || path.startsWith('/admin/')
  if (!isAdmin && !LOOKING.includes(ctx.request.method())) {
    throw new E_LOOKING_ONLY([config.nameOf(impersonation.user)])
  }
}
