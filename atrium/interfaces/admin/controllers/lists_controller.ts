import type { HttpContext } from '@adonisjs/core/http'

import { templateOf } from '../eject/template_of.ts'
import { filterOf, groupsSent, sentForm } from '../lists/conditions/groups.ts'
import { ListAddress } from '../lists/list_address.ts'
import { listPage } from '../lists/list_page.ts'
import { ListSetup } from '../lists/list_setup.ts'
import { sortSent } from '../lists/sort_form.ts'

/**
 * The rows of a resource. All that a list shows is said by its address.
 */
export default class ListsController {
  async index({ admin, request, response, view }: HttpContext) {
    const { resource, service } = admin
    service.access.require('list')

    const query = request.qs()
    const setup = await ListSetup.read(resource, admin.actor)
    const address = ListAddress.of(resource.name, query, setup.viewFor(query))

    if (sentForm(query) === 'applied') {
      const filter = filterOf(groupsSent(query, service.access, true))
      return response.redirect().toPath(address.with({ filter }).href())
    }
    if (query.s !== undefined) {
      return response.redirect().toPath(address.with({ sort: sortSent(query.s) }).href())
    }

    const page = await listPage(admin, address, setup, query)
    response.status(page.status)
    return view.render(templateOf(resource, 'list'), page)
  }
}
