import { newUuid } from '#atrium/model/main'
import type { HttpContext } from '@adonisjs/core/http'

import { rowName } from '../rows/row_name.ts'
import { addressOf } from '../rows/addresses.ts'
import { knownAction } from '../actions/known_action.ts'
import { filterWords } from '../bulk/filter_words.ts'
import { ActionScreen } from '../actions/action_screen.ts'

/**
 * Runs one of the resource's own actions on a row.
 */
export default class RowActionsController {
  async create(ctx: HttpContext) {
    const { admin, params } = ctx
    const { action } = knownAction(admin.service, params.action, ['row', 'detail'])
    return this.#show(ctx, new ActionScreen(ctx, admin.resource, action))
  }

  async store(ctx: HttpContext) {
    const { admin, params, request, response, session, i18n } = ctx
    const { resource, service } = admin
    const { action, label } = knownAction(service, params.action, ['row', 'detail'])
    const screen = new ActionScreen(ctx, resource, action)
    const operationId = newUuid()

    const result = await screen.answered((answers) =>
      service.act(params.action, params.key, {
        ...answers,
        operationId,
        version: request.input('_version') || undefined,
      })
    )
    if (!result) return this.#show(ctx, screen)

    const done = i18n.t('admin_bulk.action.done', { action: label })
    session.flash('success', admin.phrases.say(result.message ?? '') || done)
    if (resource.isRecorded && !action.dangerous) session.flash('undo', operationId)
    return response.redirect().status(303).toPath(addressOf(resource, params.key))
  }

  async #show({ admin, params, view, i18n, response }: HttpContext, screen: ActionScreen) {
    const { resource, service } = admin
    const { action, label } = knownAction(service, params.action, ['row', 'detail'])
    const row = await service.show(params.key, { fields: [], actions: [params.action] })
    const isOffered = row.allowed[params.action]
    if (!isOffered) response.status(409)

    const address = addressOf(resource, params.key)
    const name = rowName(resource, row)
    return view.render('admin::pages/action', {
      ...(await screen.shown()),
      label,
      title: i18n.t('admin_bulk.action.row_title', { action: label, title: name }),
      crumbs: [
        { label: resource.labelPlural, href: `/admin/${resource.name}` },
        { label: name, href: address },
      ],
      address: `${address}/actions/${params.action}`,
      back: address,
      version: row.version,
      refusal: isOffered
        ? undefined
        : i18n.t('admin_bulk.action.not_offered', {
            condition: filterWords(action.when ?? '', service, admin.reader),
          }),
    })
  }
}
