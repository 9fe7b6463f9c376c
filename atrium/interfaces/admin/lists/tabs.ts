import type { AdminContext } from '../admin_context.ts'
import { ListAddress } from './list_address.ts'
import type { ListSetup, View } from './list_setup.ts'

export type Tab = {
  id: string
  label: string
  address: string
  isCurrent: boolean

  /** Where its rows are counted, once somebody sees the tab */
  countAddress?: string
  icon?: string
}

/** All rows, the saved views, and the trash. */
export function tabsOf(current: ListAddress, { views }: ListSetup, admin: AdminContext): Tab[] {
  const { resource, reader } = admin
  const hasDefault = views.some(({ isDefault }) => isDefault)
  const words = (name: string) => reader.i18n.t(`admin_list.tabs.${name}`)
  const all = `/admin/${resource.name}${hasDefault ? '?view=all' : ''}`

  return [
    {
      id: 'all',
      label: words('all'),
      address: all,
      isCurrent: !current.view && !current.isTrash,
    },
    ...views.map((view) => tabOf(view, current)),
    ...trashOf(current, admin, words('trash')),
  ]
}

/** Rows that are marked as deleted or, where deleting is for good, those that the history remembers. */
function trashOf(current: ListAddress, { resource, service }: AdminContext, label: string): Tab[] {
  const { access } = service
  const home = `/admin/${resource.name}`
  const isRemembered = resource.isRecorded && access.may('delete')
  if (!(resource.softDeletes ? access.may('restore') : isRemembered)) return []

  return [
    {
      id: 'trash',
      label,
      address: resource.softDeletes ? `${home}?trash=only` : `${home}/trash`,
      isCurrent: current.isTrash && !current.view,
      icon: 'trash-2',
    },
  ]
}

function tabOf({ id, name, sharedWith, parts }: View, { resource, view }: ListAddress): Tab {
  const address = ListAddress.of(resource, {}, { id, parts: parts as Record<string, string> })
  return {
    id,
    label: name,
    address: address.href(),
    isCurrent: view?.id === id,
    countAddress: address.href('/count'),
    icon: sharedWith ? 'users' : undefined,
  }
}
