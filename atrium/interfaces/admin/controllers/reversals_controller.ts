import { newUuid } from '#atrium/model/main'
import type { HttpContext } from '@adonisjs/core/http'

import { askedForPassword } from '../own_password.ts'
import { addressOf } from '../rows/addresses.ts'
import { sentencesOf } from '../rows/sentences_of.ts'

/**
 * Makes a row, or one field of it, what it was before something in its history.
 */
export default class ReversalsController {
  async store(ctx: HttpContext) {
    const { admin, i18n, params, request, response, session } = ctx
    const { resource, service } = admin
    const operationId = newUuid()
    const field = request.input('field')
    const entry = Number(params.entry)
    const address = addressOf(resource, params.key)
    const names = typeof field === 'string' ? [field] : [...resource.fields.keys()]
    if (names.some((name) => resource.givesAccess(name))) {
      const asked = await askedForPassword(ctx)
      if (asked) return asked
    }

    try {
      const row =
        typeof field === 'string'
          ? await service.restoreField(params.key, field, entry, { operationId })
          : await service.restoreRow(params.key, entry, { operationId })
      session.flash('success', i18n.t('admin_rows.history.restored', { title: row.title }))
      session.flash('undo', operationId)
      return response.redirect().status(303).toPath(addressOf(resource, row.key))
    } catch (error) {
      session.flash('error', sentencesOf(error, i18n.t('admin_rows.history.not_restored')))
      return response.redirect().status(303).toPath(`${address}/history`)
    }
  }
}
