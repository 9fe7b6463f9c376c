import type { HttpContext } from '@adonisjs/core/http'

import { signOut, thisBrowser } from '../../sign_in.ts'

/**
 * Where people are signed in.
 */
export default class SessionsController {
  async index(ctx: HttpContext) {
    const sessions = await ctx.auth.use('web').getUserOrFail().sessions(thisBrowser(ctx).session!)

    return ctx.view.render('accounts/settings/security', { sessions })
  }

  async destroy(ctx: HttpContext) {
    const { auth, params, response, session } = ctx
    const browser = thisBrowser(ctx)
    if (params.id === browser.session) {
      await signOut(ctx)
      return response.redirect().toPath('/')
    }

    await auth.use('web').getUserOrFail().endSession(params.id, browser)
    session.flash('success', 'That device is signed out.')
    return response.redirect().toPath('/settings/security')
  }
}
