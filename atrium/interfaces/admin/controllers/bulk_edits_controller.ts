import type { HttpContext } from '@adonisjs/core/http'

import { BulkEdit } from '../bulk/bulk_edit.ts'
import { givesAccess } from '../gives_access.ts'
import { startRun } from '../bulk/start_run.ts'
import { Confirmation } from '../bulk/confirmation.ts'
import { OpenSelection } from '../bulk/open_selection.ts'

/**
 * The same changes for all rows of a selection: which fields, then how some rows would look, then all of
 * them.
 */
export default class BulkEditsController {
  async create(ctx: HttpContext) {
    return this.#showFields(ctx, await this.#open(ctx))
  }

  async store(ctx: HttpContext) {
    const { request, response, i18n } = ctx
    const edit = await this.#open(ctx)
    edit.take(request.body())

    if (!edit.names.length) {
      return this.#showFields(ctx, edit, i18n.t('admin_bulk.bulk.no_fields'))
    }
    if (request.input('step') === 'back') return this.#showFields(ctx, edit)

    const { count, resource } = edit.opened
    const dangerous = givesAccess(resource, edit.texts.fields)
    const confirmation = new Confirmation(ctx, { count: count.value, dangerous })
    try {
      const isRun = request.input('step') === 'run' && (await confirmation.isGiven())
      if (!isRun) return await this.#showSample(ctx, edit, confirmation)

      const changes = await edit.changes()
      const order = { action: 'update', changes, reason: confirmation.reason }
      return response
        .redirect()
        .status(303)
        .toPath(await startRun(edit.opened, order))
    } catch (error) {
      edit.note(error)
      return this.#showFields(ctx, edit)
    }
  }

  async #open({ admin, params }: HttpContext) {
    return new BulkEdit(await OpenSelection.find(admin, params.selection, 'update'))
  }

  async #showFields({ response, view }: HttpContext, edit: BulkEdit, problem?: string) {
    if (problem || edit.problems.length) response.status(422)

    return view.render('admin::pages/bulk_edit', {
      problem,
      problems: edit.problems,
      opened: edit.opened,
      items: await edit.controls(),
    })
  }

  async #showSample({ view }: HttpContext, edit: BulkEdit, confirmation: Confirmation) {
    return view.render('admin::pages/bulk_edit_preview', {
      confirmation,
      opened: edit.opened,
      sample: await edit.sample(),
      kept: Object.entries(edit.texts.fields).map(([name, text]) => ({
        name,
        texts: [text].flat(),
      })),
    })
  }
}
