import type { HttpContext } from '@adonisjs/core/http'

import { Dashboard } from '../dashboard/dashboard.ts'

/**
 * The first page.
 */
export default class DashboardController {
  async show({ admin, view }: HttpContext) {
    return view.render('admin::pages/dashboard', { widgets: await new Dashboard(admin).soon() })
  }
}
