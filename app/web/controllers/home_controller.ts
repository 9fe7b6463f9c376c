import type { HttpContext } from '@adonisjs/core/http'

/**
 * The plain page that stands in at `/` where no component brings a home page.
 */
export default class HomeController {
  show({ view }: HttpContext) {
    return view.render('web/home')
  }
}
