import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'

import { Dashboard } from '../dashboard/dashboard.ts'

/**
 * A part of the dashboard that took longer than the page waited.
 */
export default class WidgetsController {
  async show({ admin, params, request, view }: HttpContext) {
    const dashboard = new Dashboard(admin)
    const placed = dashboard.widgets.find(({ place }) => String(place) === params.place)
    if (!placed) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])

    return view.render('admin::pages/dashboard_widget', {
      placed: { ...placed, view: await dashboard.view(placed) },
    })
  }
}
