import type { HttpContext } from '@adonisjs/core/http'
import type { CountKind } from '#atrium/resource/main'

import { ListAddress } from '../lists/list_address.ts'
import { countShown } from '../lists/list_count.ts'
import { ListSetup } from '../lists/list_setup.ts'

const KINDS: CountKind[] = ['capped', 'exact']

/**
 * How many rows a list has. Without a script the list itself says it, counted as wanted.
 */
export default class CountsController {
  async show({ admin, request, response, view }: HttpContext) {
    const { resource, service, reader } = admin
    const query = request.qs()
    const setup = await ListSetup.read(resource, admin.actor)
    const address = ListAddress.of(resource.name, query, setup.viewFor(query))
    const kind = KINDS.find((each) => each === query.kind) ?? 'capped'

    const frame = request.header('turbo-frame')
    if (!frame) return response.redirect().toPath(address.href('', { count: kind }))

    const count = countShown(await service.count(address.query, kind), reader)
    return view.render('admin::pages/list_count', {
      frame,
      count,
      address,
      isLine: frame === 'list-count',
    })
  }
}
