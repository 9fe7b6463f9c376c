import type { HttpContext } from '@adonisjs/core/http'

import { breakdown } from '../lists/breakdown.ts'
import { ListAddress } from '../lists/list_address.ts'
import { ListSetup } from '../lists/list_setup.ts'

/**
 * How often values come up in a list, and how its rows are spread over time: counted when somebody asks
 * for it, and no longer than a budget of time.
 */
export default class FacetsController {
  async show({ admin, request, view }: HttpContext) {
    const { resource, actor, service } = admin
    service.access.require('list')
    const query = request.qs()
    const setup = await ListSetup.read(resource, actor)
    const address = ListAddress.of(resource.name, query, setup.viewFor(query))

    const isFrame = request.header('turbo-frame') !== undefined
    return view.render(`admin::pages/${isFrame ? 'facets_frame' : 'facets'}`, {
      resource,
      address,
      ...(await breakdown(admin, address)),
    })
  }
}
