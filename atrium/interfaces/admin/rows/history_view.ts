import type { ResourceService } from '#atrium/resource/main'

import { presentLabel } from '../values/present_label.ts'
import type { Shown } from '../values/shown.ts'
import { type DiffLine, textDiff } from './text_diff.ts'
import type { AdminContext } from '../admin_context.ts'

type Page = Awaited<ReturnType<ResourceService['history']>>
type Group = Page['groups'][number]
type Item = Group['items'][number]
type Change = Item['changes'][number]

/** A field as it was and became */
export type ChangeView = {
  field: string
  label: string
  old: Shown
  new: Shown
  concealed: boolean

  /** Of long texts: line by line */
  diff?: (DiffLine | 'gap')[]
  mayRestore: boolean
}

export type ItemView = Omit<Item, 'changes'> & {
  changes: ChangeView[]
  mayRestore: boolean

  /** It was made or deleted whole, so that the values stand alone */
  isWhole: boolean
}
export type GroupView = Omit<Group, 'items'> & { items: ItemView[]; who: string; through: string }

/** Interfaces that people use without signing in too */
const OPEN_TO_ALL = ['pages', 'api']

/** Interfaces that have names in the reader's language */
const NAMED = [...OPEN_TO_ALL, 'admin', 'console', 'code', 'mail', 'subscriber']

/** Texts from here on are compared line by line */
const LONG = 120

/**
 * A page of the history as people read it.
 */
export function historyView(admin: AdminContext, page: Page): GroupView[] {
  return page.groups.map((group) => ({
    ...group,
    who: whoDid(admin, group),
    through: throughWhat(admin, group),
    items: group.items.map((item) => itemView(admin, item)),
  }))
}

function whoDid({ reader: { i18n } }: AdminContext, { actor, interface: through }: Group) {
  if (actor) return actor.label ?? i18n.t('admin_rows.history.user', { key: actor.key })
  if (!through) return i18n.t('admin_rows.history.unknown')
  return i18n.t(`admin_rows.history.${OPEN_TO_ALL.includes(through) ? 'visitor' : 'program'}`)
}

function throughWhat({ reader: { i18n } }: AdminContext, { interface: through }: Group) {
  if (!through) return i18n.t('admin_rows.history.through_database')
  return NAMED.includes(through) ? i18n.t(`admin_rows.history.through_${through}`) : through
}

function itemView(admin: AdminContext, item: Item): ItemView {
  const { access } = admin.service
  const mayChange = item.isThere && access.may('update')
  const mayMake = !item.isThere && access.may('create')

  return {
    ...item,
    isWhole: item.action !== 'update',
    mayRestore: item.action === 'delete' ? mayMake : item.action === 'update' && mayChange,
    changes: item.changes
      .map((change) => changeView(admin, change, mayChange && item.action === 'update'))
      .filter(
        ({ old, new: now, concealed }) => concealed || old.look !== 'none' || now.look !== 'none'
      ),
  }
}

function changeView(admin: AdminContext, change: Change, mayChange: boolean): ChangeView {
  const { field, label, concealed } = change
  const isText = typeof change.old === 'string' && typeof change.new === 'string'
  const isLong = isText && (change.old as string).length + (change.new as string).length > LONG

  return {
    field,
    label,
    concealed,
    old: shownValue(admin, change, change.old, change.oldLabel),
    new: shownValue(admin, change, change.new, change.newLabel),
    diff: isLong ? textDiff(change.old as string, change.new as string) : undefined,
    mayRestore: mayChange && !concealed && admin.service.access.writable('update').has(field),
  }
}

function shownValue(admin: AdminContext, { field }: Change, value: unknown, title?: string): Shown {
  const known = admin.resource.fields.get(field)!
  const target = known.relation && admin.resource.relations.get(known.relation)?.target

  if (target && title !== undefined) {
    return presentLabel(target.name, { key: String(value), title }, admin)
  }
  return admin.present(known, value)
}
