import type { HttpContext } from '@adonisjs/core/http'
import { Selections } from '#atrium/resource/main'

import { choicesFor } from '../bulk/choices.ts'
import { selectionSent } from '../bulk/selection_sent.ts'
import { OpenSelection } from '../bulk/open_selection.ts'

/**
 * Rows that somebody chose in a list, and what can be done with them.
 */
export default class SelectionsController {
  async store({ admin, request, response, session, i18n }: HttpContext) {
    const { resource, service } = admin
    service.access.require('list')
    const query = selectionSent(request.body())

    if (!query) {
      session.flash('warning', i18n.t('admin_bulk.selection.none'))
      return response.redirect().status(303).back()
    }

    const { actor, access } = service
    const selection = await Selections.create({ resource, actor, access }, query)
    return response.redirect().status(303).toPath(`/admin/selections/${selection.id}`)
  }

  async show({ admin, params, view }: HttpContext) {
    const opened = await OpenSelection.find(admin, params.selection)

    return view.render('admin::pages/selection', {
      opened,
      resource: opened.resource,
      sample: await opened.sample(),
      choices: choicesFor(opened),
      formats: ['csv', 'xlsx', 'json'],
    })
  }
}
