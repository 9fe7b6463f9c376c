import { bringBack } from './bring_back.ts'
import { giveBackAlong } from './give_back_along.ts'
import { run, clientOf } from '../reading/run.ts'
import { update, updateRow } from '../writing/update.ts'
import { E_NOT_IN_HISTORY } from './errors.ts'
import { keyCondition } from '../reading/row_key.ts'
import { showWritten } from '../writing/show_written.ts'
import { recordedKey, visibleEntries } from './visible_entries.ts'
import { E_ROW_NOT_FOUND, E_UNKNOWN_NAME } from '../errors.ts'
import { HistoryEntry, identifier, sql } from '#atrium/model/main'
import { inTransaction } from '../writing/write_transaction.ts'
import type { Row, WriteOptions } from '../service/types.ts'
import { type RecordedState, columnsOf, stateBefore, valuesOf } from './recorded_state.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** Makes a field what it was before an entry of the history, as if somebody had typed that. */
export async function restoreField(
  context: ServiceContext,
  key: string,
  name: string,
  entry: number,
  options: WriteOptions = {}
): Promise<Row> {
  const { access, resource } = context
  const field = access.field(name)
  if (!field) throw new E_UNKNOWN_NAME([resource.name, name])

  const client = clientOf(context)
  await requireVisible(context, key, entry)
  const rowKey = recordedKey(resource, key)
  const state = await stateBefore(client, resource.table, rowKey, { from: entry, to: entry })
  const columns = state === null ? [] : await columnsOf(client, resource, state)
  if (!columns.includes(field.column)) throw new E_NOT_IN_HISTORY([`"${field.label}"`])

  const { [name]: value } = await valuesOf(client, resource, state!, [field.column])
  return update(context, key, { [name]: value }, options)
}

/**
 * Makes a row what it was before an entry of the history: what the actor may set of it, as if somebody
 * had typed that. A row that was deleted comes back whole, with its key and what its
 * deletion took along.
 */
export async function restoreRow(
  context: ServiceContext,
  key: string,
  entry: number,
  options: WriteOptions = {}
): Promise<Row> {
  const { access, resource } = context
  const client = clientOf(context)
  await requireVisible(context, key, entry)
  const state = await stateBefore(client, resource.table, recordedKey(resource, key), {
    from: entry,
  })
  if (state === null) throw new E_NOT_IN_HISTORY([`this ${resource.noun}`])

  const deletion = (await isThere(context, key)) ? undefined : await deletionOf(context, key)
  if (deletion) access.require('create')

  const columns = await columnsOf(client, resource, state)
  const settable = [...resource.fields.values()].filter(
    ({ name, column }) => columns.includes(column) && access.writable('update').has(name)
  )
  const values = await valuesOf(
    client,
    resource,
    state,
    settable.map(({ column }) => column)
  )
  if (!deletion) return update(context, key, values, options)

  return inTransaction(context, options, async (write) => {
    await bringBack(write, deletion.state)
    await giveBackAlong(write, deletion.entry, deletion.state)
    if (deletion.entry !== entry) await updateRow(write, key, values)
    return showWritten(write, key)
  })
}

/**
 * What a row was when it was deleted. That is how it comes back: what it was before is set afterwards, as far
 * as the actor may set it.
 */
async function deletionOf(context: ServiceContext, key: string) {
  const { resource } = context
  const client = clientOf(context)
  const rowKey = recordedKey(resource, key)
  const [{ entry }] = await run(
    client,
    sql`select max(id) as entry from ${identifier(HistoryEntry.table)}
        where table_name = ${resource.table} and row_key = ${rowKey} and action = 'delete'`
  )
  const at = Number(entry)
  const state = entry && (await stateBefore(client, resource.table, rowKey, { from: at, to: at }))
  if (!state) throw new E_NOT_IN_HISTORY([`this ${resource.noun}`])
  return { entry: at, state: state as RecordedState }
}

/** @throws E_ROW_NOT_FOUND the row has no such entry, or the actor may not know of it */
async function requireVisible(context: ServiceContext, key: string, entry: number) {
  context.access.require('show')
  const [found] = await run(clientOf(context), visibleEntries(context, { key, entry }))
  if (!found?.is_visible) throw new E_ROW_NOT_FOUND([`entry in the ${HistoryEntry.table}`])
}

async function isThere(context: ServiceContext, key: string) {
  const { resource } = context
  const rows = await run(
    clientOf(context),
    sql`select 1 from ${identifier(resource.table)}
        where ${keyCondition(resource, resource.table, key)}`
  )
  return rows.length > 0
}
