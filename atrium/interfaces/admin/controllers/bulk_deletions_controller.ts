import type { HttpContext } from '@adonisjs/core/http'

import { startRun } from '../bulk/start_run.ts'
import { Confirmation } from '../bulk/confirmation.ts'
import { goingAlong } from '../bulk/going_along.ts'
import { OpenSelection } from '../bulk/open_selection.ts'

/**
 * Deletes all rows of a selection: those that lie in the trash for good.
 */
export default class BulkDeletionsController {
  async create(ctx: HttpContext) {
    const opened = await this.#open(ctx)
    return this.#show(ctx, opened, this.#confirmation(ctx, opened))
  }

  async store(ctx: HttpContext) {
    const opened = await this.#open(ctx)
    const confirmation = this.#confirmation(ctx, opened)
    if (!(await confirmation.isGiven())) return this.#show(ctx, opened, confirmation)

    const order = { action: 'delete', forGood: opened.isTrash, reason: confirmation.reason }
    return ctx.response
      .redirect()
      .status(303)
      .toPath(await startRun(opened, order))
  }

  #open({ admin, params }: HttpContext) {
    return OpenSelection.find(admin, params.selection, 'delete')
  }

  #confirmation(ctx: HttpContext, { count, resource }: OpenSelection) {
    return new Confirmation(ctx, { count: count.value, dangerous: !resource.isRecorded })
  }

  async #show({ view }: HttpContext, opened: OpenSelection, confirmation: Confirmation) {
    const marksOnly = opened.resource.softDeletes && !opened.isTrash

    return view.render('admin::pages/bulk_confirm', {
      opened,
      confirmation,
      what: 'delete',
      isDangerous: true,
      intro: marksOnly ? 'trash_intro' : 'delete_intro',
      along: marksOnly ? [] : goingAlong(opened.service),
      sample: await opened.sample(),
    })
  }
}
