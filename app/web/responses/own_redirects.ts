import { Redirect } from '@adonisjs/core/http'

import { ownPathOf } from '../local_path.ts'

/**
 * Makes `redirect().back()` lead to pages of this site only, with their query string. Where a
 * browser does not say where it came from, or says another host, the fallback is taken.
 */
export function keepRedirectsAtHome() {
  Redirect.macro('getPreviousUrl', function (this: Redirect, fallback) {
    const { request } = this.ctx!
    return ownPathOf(request.header('referer'), request) ?? fallback
  })

  Redirect.macro('back', function (this: Redirect, fallback = '/') {
    return this.toPath(this.getPreviousUrl(fallback))
  })
}
