import { newUuid } from '#atrium/model/main'
import type { HttpContext } from '@adonisjs/core/http'

import { addressOf } from '../rows/addresses.ts'

/**
 * Takes a row back out of the trash.
 */
export default class RestorationsController {
  async store({ admin, i18n, params, response, session }: HttpContext) {
    const { resource, service } = admin
    const operationId = newUuid()
    const row = await service.restore(params.key, { operationId })

    session.flash('success', i18n.t('admin_rows.deletion.taken_back', { title: row.title }))
    if (resource.isRecorded) session.flash('undo', operationId)
    return response.redirect().status(303).toPath(addressOf(resource, row.key))
  }
}
