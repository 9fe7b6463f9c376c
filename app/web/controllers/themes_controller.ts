import type { HttpContext } from '@adonisjs/core/http'

import { chooseTheme } from '../theme.ts'
import { safeLocalPath } from '../local_path.ts'

/**
 * Choosing a theme by following a link, which works without a form, a session or JavaScript.
 */
export default class ThemesController {
  show(ctx: HttpContext) {
    chooseTheme(ctx.params.name, ctx)

    const page = safeLocalPath(ctx.request.qs().return)
    return page ? ctx.response.redirect().toPath(page) : ctx.response.redirect().back()
  }
}
