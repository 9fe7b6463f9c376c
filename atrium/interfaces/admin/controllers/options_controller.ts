import type { HttpContext } from '@adonisjs/core/http'

/**
 * Rows to choose from for a relation, as whoever fills in a form types.
 */
export default class OptionsController {
  async index({ admin, params, request, view }: HttpContext) {
    const { resource, service } = admin
    const q = String(request.input('q', '')).slice(0, 200)
    const exclude = [request.input('not', [])].flat().map(String).slice(0, 200)
    const options = await service.options(params.relation, { q, exclude })

    if (request.accepts(['html', 'json']) === 'json') return { options }
    return view.render('admin::pages/row_options', {
      q,
      options,
      relation: resource.relation(params.relation),
    })
  }
}
