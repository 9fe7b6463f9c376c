import type { HttpContext } from '@adonisjs/core/http'

import { ListAddress } from '../lists/list_address.ts'
import { ListSetup } from '../lists/list_setup.ts'
import { chosenColumns } from '../lists/columns.ts'

/**
 * The doctor for slow lists: what PostgreSQL is asked, how it works that out, and the index that would
 * help. For administrators, since plans tell of rows that others may not see.
 */
export default class ExaminationsController {
  async show({ admin, request, view }: HttpContext) {
    const { resource, service, actor } = admin
    const query = request.qs()
    const setup = await ListSetup.read(resource, actor)
    const address = ListAddress.of(resource.name, query, setup.viewFor(query))
    const fields = chosenColumns(resource, service.access, setup).map(({ name }) => name)

    return view.render('admin::pages/examination', {
      resource,
      address,
      examination: await service.examine({
        ...address.query,
        fields,
        analyze: query.analyze !== undefined,
      }),
    })
  }
}
