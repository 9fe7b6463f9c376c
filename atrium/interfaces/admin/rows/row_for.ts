import { E_NOT_ALLOWED, type Row } from '#atrium/resource/main'

import { seesTrash } from './sees_trash.ts'
import type { AdminContext } from '../admin_context.ts'

/**
 * The row that an address names, for whoever may do something with it.
 *
 * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND
 */
export async function rowFor(admin: AdminContext, action: string, key: string): Promise<Row> {
  const { resource, service } = admin
  service.access.require(action)

  const row = await service.show(key, {
    actions: [action],
    ...(seesTrash(admin) && action !== 'update' && { trash: 'with' as const }),
  })
  if (!row.allowed[action]) throw new E_NOT_ALLOWED([action, resource.name])
  return row
}
