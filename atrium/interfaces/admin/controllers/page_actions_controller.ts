import { newUuid } from '#atrium/model/main'
import type { HttpContext } from '@adonisjs/core/http'

import { knownAction } from '../actions/known_action.ts'
import { ActionScreen } from '../actions/action_screen.ts'

/**
 * Runs one of the resource's own actions that is about no row, but about the whole.
 */
export default class PageActionsController {
  async create(ctx: HttpContext) {
    const { admin, params } = ctx
    const { action } = knownAction(admin.service, params.action, ['page'])
    return this.#show(ctx, new ActionScreen(ctx, admin.resource, action))
  }

  async store(ctx: HttpContext) {
    const { admin, params, response, session, i18n } = ctx
    const { resource, service } = admin
    const { action, label } = knownAction(service, params.action, ['page'])
    const screen = new ActionScreen(ctx, resource, action)
    const operationId = newUuid()

    const result = await screen.answered((answers) =>
      service.act(params.action, null, { ...answers, operationId })
    )
    if (!result) return this.#show(ctx, screen)

    session.flash(
      'success',
      admin.phrases.say(result.message ?? '') || i18n.t('admin_bulk.action.done', { action: label })
    )
    return response.redirect().status(303).toPath(`/admin/${resource.name}`)
  }

  async #show({ admin, params, view }: HttpContext, screen: ActionScreen) {
    const { resource, service } = admin
    const { label } = knownAction(service, params.action, ['page'])
    const back = `/admin/${resource.name}`

    return view.render('admin::pages/action', {
      ...(await screen.shown()),
      label,
      title: label,
      crumbs: [{ label: resource.labelPlural, href: back }],
      address: `${back}/actions/${params.action}`,
      back,
    })
  }
}
