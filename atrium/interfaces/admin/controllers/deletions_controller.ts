import { E_STALE_ROW, newUuid } from '#atrium/model/main'
import type { HttpContext } from '@adonisjs/core/http'

import { rowFor } from '../rows/row_for.ts'
import { addressOf } from '../rows/addresses.ts'
import { deletionView } from '../rows/deletion_view.ts'
import { typedReason } from '../forms/typed_reason.ts'
import { sentencesOf } from '../rows/sentences_of.ts'

/**
 * Deleting a row: what goes with it is shown first.
 */
export default class DeletionsController {
  async create(ctx: HttpContext) {
    await rowFor(ctx.admin, 'delete', ctx.params.key)
    return this.#show(ctx)
  }

  async destroy(ctx: HttpContext) {
    const { admin, i18n, params, request, response, session } = ctx
    const { resource, service } = admin
    await rowFor(admin, 'delete', params.key)
    const view = deletionView(admin, params.key, await service.deletionPreview(params.key))
    const typed = request.input('_title')

    if (view.typedTitle !== undefined && typed !== view.typedTitle) {
      return this.#show(ctx, i18n.t('admin_rows.deletion.wrong_title'))
    }

    const operationId = newUuid()
    const reason = typedReason(request.input('_reason'))
    try {
      await service.delete(params.key, {
        reason,
        operationId,
        version: request.input('_version') || undefined,
        forGood: view.forGood,
      })
    } catch (error) {
      if (error instanceof E_STALE_ROW) return this.#show(ctx, i18n.t('admin_rows.deletion.stale'))
      return this.#show(ctx, sentencesOf(error, i18n.t('admin_rows.deletion.failed')))
    }

    session.flash(
      'success',
      i18n.t(`admin_rows.deletion.${view.marksOnly ? 'marked' : 'deleted'}`, { title: view.title })
    )
    if (resource.isRecorded) session.flash('undo', operationId)
    return response.redirect().status(303).toPath(`/admin/${resource.name}`)
  }

  async #show({ admin, params, request, response, view }: HttpContext, problem?: string) {
    const { resource, service } = admin
    const preview = await service.deletionPreview(params.key)
    if (problem) response.status(422)

    return view.render('admin::pages/deletion', {
      problem,
      deletion: deletionView(admin, params.key, preview),
      address: addressOf(resource, params.key),
      reason: request.input('_reason', ''),
    })
  }
}
