import type { HttpContext } from '@adonisjs/core/http'

import { rowName } from '../rows/row_name.ts'
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

    const [label] = await admin.service.labelsOf([params.key])
    return view.render('admin::pages/row_related', {
      related,
      rowTitle: label ? rowName(admin.resource, label) : params.key,
      address: addressOf(admin.resource, params.key),
    })
  }
}
