import { wordsOf, type ActionPlace, type Row } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'

export type MenuItem = {
  name: string
  label: string

  /** In the menu of a row it goes on from the row's own address */
  address: string
  icon: string
  isDangerous?: boolean

  /** Restoring needs no further question, and is done by a button */
  isDone?: boolean
}

/** Names of the resource's own actions that are offered at a place. */
export function actionsAt(place: ActionPlace, { resource, service }: AdminContext): string[] {
  return Object.entries(resource.actions)
    .filter(([name, { on }]) => on.includes(place) && service.access.may(name))
    .map(([name]) => name)
}

/** An action of the resource as an item of a menu. */
export function actionItem(name: string, address: string, { resource }: AdminContext): MenuItem {
  const { label, icon, dangerous } = resource.actions[name]
  return {
    name,
    label: label ?? wordsOf(name),
    address: `${address}/actions/${name}`,
    icon: icon ?? 'zap',
    isDangerous: dangerous,
  }
}

/** What can be done with a row, from its line in the list. */
export function menuOf({ allowed, deletedAt }: Row, admin: AdminContext) {
  const { t } = bound(admin)
  const isDeleted = deletedAt !== undefined && deletedAt !== null
  const items: (MenuItem | false)[] = isDeleted
    ? [
        allowed.restore && {
          name: 'restore',
          label: t('restore'),
          address: '/restore',
          icon: 'archive-restore',
          isDone: true,
        },
        allowed.delete && {
          name: 'delete',
          label: t('delete_for_good'),
          address: '/delete',
          icon: 'trash-2',
          isDangerous: true,
        },
      ]
    : [
        allowed.show && { name: 'show', label: t('open'), address: '', icon: 'arrow-right' },
        allowed.update && { name: 'edit', label: t('edit'), address: '/edit', icon: 'pencil' },
        ...actionsAt('row', admin)
          .filter((name) => allowed[name])
          .map((name) => actionItem(name, '', admin)),
        allowed.delete && {
          name: 'delete',
          label: t('delete'),
          address: '/delete',
          icon: 'trash-2',
          isDangerous: true,
        },
      ]
  return items.filter((item): item is MenuItem => Boolean(item))
}

function bound({ reader }: AdminContext) {
  return { t: (name: string) => reader.i18n.t(`admin_list.row.${name}`) }
}
