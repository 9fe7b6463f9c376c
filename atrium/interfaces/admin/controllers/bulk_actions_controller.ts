import type { HttpContext } from '@adonisjs/core/http'

import { startRun } from '../bulk/start_run.ts'
import { knownAction } from '../actions/known_action.ts'
import { ActionScreen } from '../actions/action_screen.ts'
import { filterWords } from '../bulk/filter_words.ts'
import { OpenSelection } from '../bulk/open_selection.ts'

/**
 * Runs one of the resource's own actions on all rows of a selection.
 */
export default class BulkActionsController {
  async create(ctx: HttpContext) {
    const opened = await OpenSelection.find(ctx.admin, ctx.params.selection)
    return this.#show(ctx, opened, this.#screen(ctx, opened))
  }

  async store(ctx: HttpContext) {
    const { admin, params, response } = ctx
    const opened = await OpenSelection.find(admin, params.selection)
    const screen = this.#screen(ctx, opened)

    const address = await screen.answered((answers) =>
      startRun(opened, { ...answers, action: params.action })
    )
    return address
      ? response.redirect().status(303).toPath(address)
      : this.#show(ctx, opened, screen)
  }

  #screen(ctx: HttpContext, { service, resource, count }: OpenSelection) {
    const { action } = knownAction(service, ctx.params.action, ['bulk'])
    return new ActionScreen(ctx, resource, action, count.value)
  }

  async #show({ params, view, i18n }: HttpContext, opened: OpenSelection, screen: ActionScreen) {
    const { action, label } = knownAction(opened.service, params.action, ['bulk'])

    return view.render('admin::pages/action', {
      ...(await screen.shown()),
      label,
      title: i18n.t('admin_bulk.action.bulk_title', {
        action: label,
        count: opened.number,
        labels: opened.label,
      }),
      crumbs: opened.crumbs,
      address: `${opened.address}/actions/${params.action}`,
      back: opened.address,
      warnings: opened.warnings,
      sample: await opened.sample(),
      resource: opened.resource,
      note:
        action.when &&
        i18n.t('admin_bulk.action.when', {
          condition: filterWords(action.when, opened.service, opened.admin.reader),
        }),
    })
  }
}
