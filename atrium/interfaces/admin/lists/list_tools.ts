import type { AdminContext } from '../admin_context.ts'
import type { ListAddress } from './list_address.ts'
import { actionItem, actionsAt, type MenuItem } from './row_menu.ts'

const FORMATS = ['csv', 'xlsx', 'json'] as const

/** What can be done with a list as a whole. */
export function listTools(admin: AdminContext, address: ListAddress) {
  const { resource, service, actor } = admin
  const mayCreate = service.access.may('create') && resource.options.creatable !== false
  const base = `/admin/${resource.name}`

  return {
    newAddress: mayCreate ? `${base}/new` : undefined,
    importAddress: mayCreate ? `${base}/import` : undefined,
    exports: FORMATS.map((format) => ({ format, address: address.href('/export', { format }) })),
    settingsAddress: address.href('/settings'),
    facetsAddress: address.href('/facets'),
    examineAddress: actor.isAdministrator ? address.href('/examine') : undefined,
    deletedAddress: remembersDeleted(admin) ? `${base}/trash` : undefined,
    pageActions: actionsAt('page', admin).map((name): MenuItem => actionItem(name, base, admin)),
  }
}

/** Rows of a resource with a trash that were deleted for good all the same. */
function remembersDeleted({ resource, service }: AdminContext) {
  return resource.softDeletes && resource.isRecorded && service.access.may('delete')
}
