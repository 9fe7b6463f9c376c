import type { AdminContext } from '../admin_context.ts'

/** Whether whoever acts is shown rows that lie in the trash: those who may take some of them back are. */
export function seesTrash({ resource, service }: AdminContext) {
  return resource.softDeletes && service.access.may('restore')
}
