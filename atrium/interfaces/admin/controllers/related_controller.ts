import type { HttpContext } from '@adonisjs/core/http'

import { addressOf } from '../rows/addresses.ts'
import { RelatedRows } from '../rows/related_rows.ts'

/**
 * The rows that belong to a row, as a panel of its page or a page of their own.
 */
export default class RelatedController {
  async index({ admin, params, request, view }: HttpContext) {
    const related = await RelatedRows.of(
      admin,
      params.key,
      params.relation,
      request.input('cursor')
    )

    return view.render('admin::pages/row_related', {
      related,
      address: addressOf(admin.resource, params.key),
    })
  }
}
