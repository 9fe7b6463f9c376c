import { DateTime } from 'luxon'
import { parseExactly, type Operation, type RecordedValues } from '#atrium/model/main'

import { labelsOf } from '../reading/options.ts'
import { Access } from '../policy/access.ts'
import { clientOf, run } from '../reading/run.ts'
import { WINDOW, visibleEntries } from './visible_entries.ts'
import { stampsItself } from './stamps_itself.ts'
import { usersOf } from './users_of.ts'
import { recordedValue } from './recorded_value.ts'
import type { Label } from '../service/types.ts'
import type { Resource } from '../resource.ts'
import type { ServiceContext } from '../service/resource_service.ts'

export type HistoryQuery = {
  /** Of one row; of all rows unless said */
  key?: string

  /** Only what was done before this entry: a page's `next` */
  before?: number

  /** Entries in a page, 50 unless said, 200 at most */
  size?: number

  /** Only what belongs to this operation */
  operation?: string
}

/** What became of one field. Labels stand for the rows that a foreign key points to */
export type HistoryChange = {
  field: string
  label: string
  old: unknown
  new: unknown
  oldLabel?: string
  newLabel?: string

  /** It was changed, but the values are not kept */
  concealed: boolean
}

/** What was done to one row */
export type HistoryItem = {
  entry: number
  key: string
  action: 'insert' | 'update' | 'delete' | 'truncate'

  /** Whether there is such a row by now */
  isThere: boolean
  at: DateTime
  changes: HistoryChange[]
}

/** What was done at once: by one save, one bulk edit, one import */
export type HistoryGroup = {
  /** The operation, by which it can be undone. Null for what was done past the service */
  operationId: string | null

  /** Who did it. The label is known to those who may see that user */
  actor: { key: string; label: string | null } | null

  /** Who did it in their name */
  impersonator: { id: string; label: string; reason?: string } | null
  interface: string | null
  reason: string | null

  /** The operation that was undone by it */
  undoes: string | null
  at: DateTime
  items: HistoryItem[]
}

export type HistoryPage = {
  groups: HistoryGroup[]

  /** Where the next page begins; null at the end */
  next: number | null
}

type Entry = {
  id: string
  action: HistoryItem['action']
  before: string | null
  after: string | null
  concealed: string[] | null
  operation: Operation | null
  transaction_id: string
  happened_at: Date
  key: string
  is_visible: boolean
  is_there: boolean
}

const SIZE = 50
const LARGEST = 200

/** How many times the next entries are looked at until a page is full */
const WINDOWS = 5

/**
 * What was done with the rows of a resource, or one of them, the latest first: as far as the actor may
 * see the rows and fields. A page looks at a thousand entries at most, so it may hold less than asked
 * for and still have a next one.
 *
 * @throws E_NOT_ALLOWED
 */
export async function historyPage(
  context: ServiceContext,
  { size = SIZE, ...wanted }: HistoryQuery
): Promise<HistoryPage> {
  context.access.require('show')
  const limit = Math.min(Math.max(size, 1), LARGEST)
  const shown: { entry: Entry; item: HistoryItem }[] = []
  let next: number | null = wanted.before ?? null

  for (let window = 0; window < WINDOWS && shown.length <= limit; window++) {
    const statement = visibleEntries(context, { ...wanted, before: next ?? undefined })
    const entries: Entry[] = await run(clientOf(context), statement)
    shown.push(...itemsOf(context, entries))
    next = entries.length === WINDOW ? Number(entries.at(-1)!.id) : null
    if (next === null) break
  }

  const page = shown.slice(0, limit)
  if (shown.length > limit) next = Number(page.at(-1)!.entry.id)
  await addLabels(
    context,
    page.map(({ item }) => item)
  )
  return { groups: await groupsOf(context, page), next }
}

/** What the actor may know of. */
function itemsOf(context: ServiceContext, entries: Entry[]) {
  return entries
    .filter(({ is_visible: isVisible }) => isVisible)
    .map((entry) => ({ entry, item: itemOf(context, entry) }))
    .filter(({ item }) => saysSomething(context, item))
}

function itemOf({ access, resource }: ServiceContext, entry: Entry): HistoryItem {
  const before = entry.before === null ? {} : (parseExactly(entry.before) as RecordedValues)
  const after = entry.after === null ? {} : (parseExactly(entry.after) as RecordedValues)
  const concealed = new Set(entry.concealed)
  const changes: HistoryChange[] = []

  for (const field of resource.fields.values()) {
    const isConcealed = concealed.has(field.column)
    const isChanged = isConcealed || field.column in before || field.column in after
    const mayKnow =
      access.readable.has(field.name) ||
      (isConcealed && field.isHidden && access.actor.isAdministrator)
    if (!isChanged || !mayKnow) continue

    changes.push({
      field: field.name,
      label: field.label,
      old: recordedValue(resource.model, field, before[field.column]),
      new: recordedValue(resource.model, field, after[field.column]),
      concealed: isConcealed,
    })
  }
  return {
    entry: Number(entry.id),
    key: entry.key,
    action: entry.action,
    isThere: entry.is_there,
    at: DateTime.fromJSDate(entry.happened_at, { zone: 'utc' }),
    changes,
  }
}

/** When all that an actor may see of a change is its date, it is none of their business. */
function saysSomething({ resource }: ServiceContext, { action, changes }: HistoryItem) {
  return (
    action !== 'update' || changes.some(({ field }) => !stampsItself(resource.fields.get(field)!))
  )
}

/** What the rows are known by that foreign keys point to: one query for each resource there. */
async function addLabels(context: ServiceContext, items: HistoryItem[]) {
  const { resource } = context
  const byTarget = new Map<Resource, { change: HistoryChange; isNew: boolean; key: string }[]>()

  for (const change of items.flatMap(({ changes }) => changes)) {
    const name = resource.fields.get(change.field)?.relation
    const relation = name === undefined ? undefined : resource.relations.get(name)
    if (!relation || !context.access.readable.has(relation.name)) continue
    if (relation.target.key.length !== 1 || relation.target.key[0].column !== relation.targetColumn)
      continue

    const uses = byTarget.get(relation.target) ?? []
    byTarget.set(relation.target, uses)
    if (change.old !== null) uses.push({ change, isNew: false, key: String(change.old) })
    if (change.new !== null) uses.push({ change, isNew: true, key: String(change.new) })
  }

  for (const [target, uses] of byTarget) {
    const labels = await labelsIn(
      context,
      target,
      uses.map(({ key }) => key)
    )
    for (const { change, isNew, key } of uses)
      change[isNew ? 'newLabel' : 'oldLabel'] = labels.get(key)
  }
}

async function labelsIn(context: ServiceContext, resource: Resource, keys: string[]) {
  const access = Access.of(resource, context.actor)
  if (!keys.length || !access.may('list')) return new Map<string, string>()

  const labels: Label[] = await labelsOf({ ...context, resource, access }, [...new Set(keys)])
  return new Map(labels.map(({ key, title }) => [key, title]))
}

/** What stands together in the history and was done at once. */
async function groupsOf(
  context: ServiceContext,
  page: { entry: Entry; item: HistoryItem }[]
): Promise<HistoryGroup[]> {
  const names = await namesOfActors(
    context,
    page.map(({ entry }) => entry)
  )
  const groups = new Map<string, HistoryGroup>()

  for (const { entry, item } of page) {
    const told = entry.operation
    const id = told?.id ?? `transaction ${entry.transaction_id}`
    const group = groups.get(id) ?? groupOf(told, item, names)
    groups.set(id, group)
    group.items.push(item)
  }
  return [...groups.values()]
}

function groupOf(
  told: Operation | null,
  item: HistoryItem,
  names: Map<string, string>
): HistoryGroup {
  const key = told?.actor === undefined ? null : String(told.actor)
  return {
    operationId: told?.id ?? null,
    actor: key === null ? null : { key, label: names.get(key) ?? null },
    impersonator: (told?.impersonator as HistoryGroup['impersonator']) ?? null,
    interface: told?.interface ?? null,
    reason: told?.reason ?? null,
    undoes: (told?.undoes as string | undefined) ?? null,
    at: item.at,
    items: [],
  }
}

async function namesOfActors(context: ServiceContext, entries: Entry[]) {
  const users = usersOf(context)
  const keys = entries.flatMap(({ operation: told }) =>
    told?.actor === undefined ? [] : [String(told.actor)]
  )
  return users ? labelsIn(context, users, keys) : new Map<string, string>()
}
