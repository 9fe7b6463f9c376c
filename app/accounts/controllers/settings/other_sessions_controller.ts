import type { HttpContext } from '@adonisjs/core/http'

import { thisBrowser } from '../../sign_in.ts'

/**
 * All sessions of a person but the one in front of them.
 */
export default class OtherSessionsController {
  async destroy(ctx: HttpContext) {
    await ctx.auth.use('web').getUserOrFail().signOutElsewhere(thisBrowser(ctx))

    ctx.session.flash('success', 'All other devices are signed out.')
    return ctx.response.redirect().toPath('/settings/security')
  }
}
