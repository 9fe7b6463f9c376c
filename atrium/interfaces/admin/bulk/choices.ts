import { wordsOf } from '#atrium/resource/main'

import type { OpenSelection } from './open_selection.ts'

/** Something that can be done with a selection */
export type Choice = {
  label: string
  help?: string
  icon: string
  href: string
  isDangerous?: boolean
}

/** What whoever acts may do with the rows of a selection. */
export function choicesFor(opened: OpenSelection): Choice[] {
  const { access } = opened.service
  const { i18n } = opened.admin.reader
  const t = (name: string) => i18n.t(`admin_bulk.selection.${name}`)
  const choices: (Choice | false)[] = [
    !opened.isTrash &&
      access.may('update') && {
        label: t('edit'),
        help: t('edit_help'),
        icon: 'pencil',
        href: `${opened.address}/edit`,
      },
    opened.isTrash &&
      access.may('restore') && {
        label: t('restore'),
        help: t('restore_help'),
        icon: 'archive-restore',
        href: `${opened.address}/restore`,
      },
    ...actionChoices(opened),
    access.may('delete') && {
      label: t(opened.isTrash ? 'delete_for_good' : 'delete'),
      help: t('delete_help'),
      icon: 'trash-2',
      href: `${opened.address}/delete`,
      isDangerous: true,
    },
  ]
  return choices.filter((choice) => choice !== false)
}

function actionChoices({ isTrash, service, resource, address }: OpenSelection): Choice[] {
  if (isTrash) return []

  return Object.entries(resource.actions)
    .filter(([name, { on }]) => on.includes('bulk') && service.access.may(name))
    .map(([name, { label, icon, dangerous, confirm }]) => ({
      label: label ?? wordsOf(name),
      help: confirm,
      icon: icon ?? 'zap',
      href: `${address}/actions/${name}`,
      isDangerous: dangerous,
    }))
}
