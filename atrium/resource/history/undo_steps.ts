import { type Sql, HistoryEntry, identifier, joined, sql } from '#atrium/model/main'

import { Access } from '../policy/access.ts'
import { run } from '../reading/run.ts'
import { keyText } from '../reading/row_key.ts'
import { bringBack } from './bring_back.ts'
import { stampsItself } from './stamps_itself.ts'
import { lockRow } from '../writing/lock_row.ts'
import { takenAlong } from './taken_along.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { E_CHANGED_SINCE } from './errors.ts'
import type { Resource } from '../resource.ts'
import { deleteLocked } from '../writing/destroy.ts'
import { saveProblem } from '../writing/database_problem.ts'
import { isOfOperation } from './operation_condition.ts'
import type { Outcome, RunStep } from '../selection/run_kind.ts'
import type { WriteContext } from '../writing/write_transaction.ts'
import type { UndoableRow } from './undoable_rows.ts'
import {
  columnsOf,
  entriesOfRow,
  stateBefore,
  valuesOf,
  type RecordedState,
} from './recorded_state.ts'

/** The steps that take rows of an operation back. */
export function stepsOf(context: WriteContext, operation: string, rows: UndoableRow[]): RunStep[] {
  return rows.map((row) => ({
    row: nameOf(context, row),
    position: row.place,
    perform: (own) => takeBack(own, operation, row),
  }))
}

function nameOf({ resource: { registry } }: WriteContext, { table, rowKey }: UndoableRow) {
  const resource = registry?.ofTable(table)
  const key: Record<string, unknown> = JSON.parse(rowKey)
  return `${resource?.name ?? table} ${keyText(Object.values(key))}`
}

async function takeBack(own: WriteContext, operation: string, row: UndoableRow): Promise<Outcome> {
  const resource = own.resource.registry?.ofTable(row.table)
  if (!resource) throw new E_NOT_ALLOWED(['undo', row.table])

  const context = { ...own, resource, access: Access.of(resource, own.actor) }
  if (row.does === 'add') return takeAway(context, row)

  const state = await stateBefore(own.client, row.table, jsonOf(row), {
    from: row.first,
    to: row.last,
    only: isOfOperation('e', operation),
  })
  if (state === null) return { skipped: 'the history does not say what it was' }
  return row.does === 'delete'
    ? giveBack(context, operation, row, state)
    : changeBack(context, operation, row, state)
}

/** Deletes what the operation added, unless somebody worked on it since. */
async function takeAway(context: WriteContext, row: UndoableRow): Promise<Outcome> {
  const { client, resource } = context
  const later = await run(
    client,
    sql`select 1 from ${identifier(HistoryEntry.table)}
        where table_name = ${row.table} and row_key = ${jsonOf(row)} and id > ${row.last}
        limit 1`
  )
  if (later.length) throw changedSince(resource)

  const found = await lockRow(context, 'delete', keyOf(resource, row), { trash: trashOf(resource) })
  await deleteLocked(context, found, true)
  return 'done'
}

async function giveBack(
  context: WriteContext,
  operation: string,
  row: UndoableRow,
  state: RecordedState
): Promise<Outcome> {
  const { client, resource } = context
  const found = await run(
    client,
    sql`select 1 from ${identifier(resource.table)} as r where ${isRow(resource, row)}`
  )
  if (found.length) throw changedSince(resource)

  await bringBack(context, state, await takenAlong(context, operation, row, state))
  return 'done'
}

/** Sets what the operation changed to what it was, through the model, so that what follows from it follows. */
async function changeBack(
  context: WriteContext,
  operation: string,
  row: UndoableRow,
  state: RecordedState
): Promise<Outcome> {
  const { access, client, resource } = context
  if (await isChangedSince(context, operation, row)) throw changedSince(resource)

  const columns = await columnsOf(client, resource, state)
  const fields = [...resource.fields.values()].filter(
    (field) => columns.includes(field.column) && !field.isKey && !stampsItself(field)
  )
  const values = await valuesOf(
    client,
    resource,
    state,
    fields.map(({ column }) => column)
  )
  const isMarked = resource.softDeletes && 'deletedAt' in values
  const action = !isMarked ? 'update' : values.deletedAt === null ? 'restore' : 'delete'

  const isAllowed = await takenAlong(context, operation, row, state)
  const found = isAllowed
    ? await resource.model
        .query({ client })
        .whereRaw(...raw(isRow(resource, row, resource.table)))
        .firstOrFail()
    : await lockRow(context, action, keyOf(resource, row), { trash: trashOf(resource) })
  const kept = fields.find(
    ({ name, isSettable }) => isSettable && !access.writable('update').has(name)
  )
  if (kept && !isAllowed) throw new E_NOT_ALLOWED(['update', resource.name])

  const left = fields.filter(
    ({ name, isSettable }) => !isSettable && !(isMarked && name === 'deletedAt')
  )
  const mayAll = isAllowed || !left.length || (await isOwn(context, row))
  const names = new Set(mayAll ? [] : left.map(({ name }) => name))
  const set = Object.entries(values).filter(([name]) => !names.has(name))

  found.merge(Object.fromEntries(set) as any, true)
  if (mayAll && !Object.keys(found.$dirty).length) return { skipped: null }
  try {
    await found.useTransaction(client).save()
  } catch (error) {
    throw saveProblem(error, resource)
  }
  const isBack = [...names].every((name) => isSame((found as any)[name], values[name]))
  if (!isBack) throw new E_NOT_ALLOWED(['update', resource.name])
  return 'done'
}

/**
 * What only code may set is taken back by administrators and by whoever had the code set it. For the others
 * it has to follow from the rest.
 */
async function isOwn({ actor, client }: WriteContext, { last }: UndoableRow) {
  if (actor.isAdministrator) return true
  const found = await run(
    client,
    sql`select 1 from ${identifier(HistoryEntry.table)}
        where id = ${last} and operation ->> 'actor' = ${actor.id}`
  )
  return found.length > 0
}

function isSame(one: unknown, other: unknown) {
  const [text, otherText] = [one, other].map((value) =>
    JSON.stringify(value ?? null, (_, part) => (typeof part === 'bigint' ? String(part) : part))
  )
  return text === otherText
}

/** Whether a column that the operation wrote holds something else by now. */
async function isChangedSince(
  { client, resource }: WriteContext,
  operation: string,
  row: UndoableRow
) {
  const table = identifier(resource.table)
  const stamps = [...resource.fields.values()].filter(stampsItself).map(({ column }) => column)
  const counts = sql`name <> all(${stamps}::text[])`
  const [found] = await run(
    client,
    sql`
      select jsonb_populate_record(r, coalesce((
        select jsonb_object_agg(name, value) from (
          select distinct on (name) name, value
          from ${entriesOfRow(row.table, jsonOf(row), row.first, row.last)} as e,
            jsonb_each(e.after) as became(name, value)
          where ${isOfOperation('e', operation)} and ${counts}
          order by name, e.id desc
        ) as newest
      ), '{}')) *= r as is_same
      from ${table} as r where ${isRow(resource, row)} for update`
  )
  return !found?.is_same
}

function jsonOf({ rowKey }: UndoableRow): Sql {
  return sql`${rowKey}::jsonb`
}

function isRow(resource: Resource, row: UndoableRow, alias = 'r'): Sql {
  const { table, key } = resource
  const columns = key.map(({ column }) => sql`${identifier(alias, column)}`)
  const keys = key.map(({ column }) => identifier('k', column))
  return sql`(${joined(columns)}) = (
    select ${joined(keys)} from jsonb_populate_record(null::${identifier(table)}, ${jsonOf(row)}) as k)`
}

function keyOf(resource: Resource, { rowKey }: UndoableRow) {
  const key: Record<string, unknown> = JSON.parse(rowKey)
  return keyText(resource.key.map(({ column }) => key[column]))
}

function trashOf({ softDeletes }: Resource) {
  return softDeletes ? ('with' as const) : undefined
}

function raw({ text, bindings }: Sql): [string, any[]] {
  return [text, [...bindings]]
}

function changedSince({ noun }: Resource) {
  return new E_CHANGED_SINCE([noun])
}
