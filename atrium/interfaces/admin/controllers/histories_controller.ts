import { E_ROW_NOT_FOUND } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'

import { rowName } from '../rows/row_name.ts'
import { addressOf } from '../rows/addresses.ts'
import { historyView } from '../rows/history_view.ts'

/**
 * What was done with a row. The row may be deleted by now.
 */
export default class HistoriesController {
  async index({ admin, params, request, view }: HttpContext) {
    const { resource, service } = admin
    const before = Number(request.input('before'))
    const page = await service.history({
      key: params.key,
      ...(Number.isSafeInteger(before) && before > 0 && { before }),
    })
    const [label] = await service.labelsOf([params.key])
    const isUnknown = !label && !page.groups.length
    if (isUnknown || !resource.isRecorded) {
      throw new E_ROW_NOT_FOUND([resource.label.toLowerCase()])
    }

    return view.render('admin::pages/history', {
      title: label && rowName(resource, label),
      key: params.key,
      groups: historyView(admin, page),
      next: page.next,
      address: addressOf(resource, params.key),
    })
  }
}
