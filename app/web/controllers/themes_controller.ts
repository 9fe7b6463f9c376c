import type { HttpContext } from '@adonisjs/core/http'

import { chooseTheme } from '../theme.ts'
import { safeLocalPath } from '../local_path.ts'

/**
 * Choosing a theme by following a link, which works without a form, a session or JavaScript.
 */
export default class ThemesController {
  show(ctx: HttpContext) {
    chooseTheme(ctx.params.name, ctx)

    const { request, response } = ctx
    if (request.qs().return === undefined) {
      return response.redirect().back()
    }
    return response.redirect().toPath(safeLocalPath(request.qs().return) ?? '/')
  }
}
