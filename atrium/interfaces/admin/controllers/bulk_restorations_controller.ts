import type { HttpContext } from '@adonisjs/core/http'

import { startRun } from '../bulk/start_run.ts'
import { Confirmation } from '../bulk/confirmation.ts'
import { OpenSelection } from '../bulk/open_selection.ts'

/**
 * Takes all rows of a selection back from the trash.
 */
export default class BulkRestorationsController {
  async create(ctx: HttpContext) {
    const opened = await this.#open(ctx)
    return this.#show(ctx, opened, new Confirmation(ctx, { count: opened.count.value }))
  }

  async store(ctx: HttpContext) {
    const opened = await this.#open(ctx)
    const confirmation = new Confirmation(ctx, { count: opened.count.value })
    if (!(await confirmation.isGiven())) return this.#show(ctx, opened, confirmation)

    const order = { action: 'restore', reason: confirmation.reason }
    return ctx.response
      .redirect()
      .status(303)
      .toPath(await startRun(opened, order))
  }

  #open({ admin, params }: HttpContext) {
    return OpenSelection.find(admin, params.selection, 'restore')
  }

  async #show({ view }: HttpContext, opened: OpenSelection, confirmation: Confirmation) {
    return view.render('admin::pages/bulk_confirm', {
      opened,
      confirmation,
      what: 'restore',
      isDangerous: false,
      intro: 'restore_intro',
      along: [],
      sample: await opened.sample(),
    })
  }
}
