import type { HttpContext } from '@adonisjs/core/http'

import ListSetting from '../models/list_setting.ts'
import { ListAddress } from '../lists/list_address.ts'
import { ListSetup } from '../lists/list_setup.ts'
import { SIZES, settingSent } from '../lists/setting_form.ts'
import { chosenColumns, columnsOf, WIDTHS } from '../lists/columns.ts'

/**
 * How somebody wants to see a list: which columns, how dense, how many rows; and the views they saved.
 */
export default class ListSettingsController {
  async edit({ admin, request, view }: HttpContext) {
    const { resource, service, actor } = admin
    service.access.require('list')

    const setup = await ListSetup.read(resource, actor)
    const chosen = chosenColumns(resource, service.access, setup)
    const names = new Set(chosen.map(({ name }) => name))
    const others = columnsOf(resource, service.access).filter(({ name }) => !names.has(name))

    return view.render('admin::pages/list_settings', {
      resource,
      setting: setup.setting,
      views: setup.views,
      roles: setup.roles,
      sizes: SIZES,
      widths: WIDTHS,
      back: ListAddress.of(resource.name, request.qs(), setup.viewFor(request.qs())).href(),
      columns: [
        ...chosen.map((column) => ({ ...column, isShown: true })),
        ...others.map((column) => ({ ...column, isShown: false })),
      ],
    })
  }

  async update({ admin, i18n, request, response, session }: HttpContext) {
    const { resource, service, actor } = admin
    service.access.require('list')

    const mine = { actor: actor.id!, resource: resource.name }
    const body = request.body()
    const isReset = body.reset !== undefined
    if (isReset) {
      await ListSetting.query().where(mine).delete()
    } else {
      await ListSetting.updateOrCreate(mine, settingSent(body, columnsOf(resource, service.access)))
    }

    if (body.move !== undefined) {
      return response.redirect().status(303).toPath(`/admin/${resource.name}/settings`)
    }
    session.flash('success', i18n.t(`admin_list.settings.${isReset ? 'was_reset' : 'saved'}`))
    return response.redirect().status(303).toPath(`/admin/${resource.name}`)
  }
}
