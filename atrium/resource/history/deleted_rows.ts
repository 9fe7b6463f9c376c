import { DateTime } from 'luxon'
import { type Sql, identifier, joined, literal, sql } from '#atrium/model/main'

import { allOf } from '../reading/conditions.ts'
import { keySql } from '../reading/row_key.ts'
import type { Resource } from '../resource.ts'
import { clientOf, run } from '../reading/run.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** Rows in a page */
const SIZE = 25

/**
 * A row that was deleted for good, as the history knows it.
 */
export type DeletedRow = {
  key: string
  title: string

  /** The entry of the history that tells of it */
  entry: number
  deletedAt: DateTime

  /** The key of the user who did it, if one did */
  actor: string | null
  reason: string | null
}

export type DeletedRowsQuery = {
  /** The entry that the page before ended with */
  before?: number
  size?: number
}

export type DeletedRowsPage = { rows: DeletedRow[]; next: number | null }

/**
 * Rows that were deleted for good and are not there now, the latest first. Only those who may delete such
 * rows see them, and only rows that the policy's scopes would have let them see and delete.
 *
 * @throws E_NOT_ALLOWED
 */
export async function deletedRows(
  context: ServiceContext,
  { before, size = SIZE }: DeletedRowsQuery = {}
): Promise<DeletedRowsPage> {
  const { resource, access } = context
  access.require('delete')
  if (!resource.isRecorded) return { rows: [], next: null }

  const table = identifier(resource.table)
  const scope = allOf([access.rowsSql('gone', 'delete'), access.rowsSql('gone', 'show')])
  const rows = await run(
    clientOf(context),
    sql`
    select entry.id, ${keySql(resource, 'gone')} as key, ${titleOf(context)} as title,
      entry.happened_at, entry.operation ->> 'actor' as actor, entry.operation ->> 'reason' as reason
    from history entry
    cross join lateral jsonb_populate_record(null::${table}, entry.before) gone
    where entry.table_name = ${resource.table} and entry.action = 'delete'
      ${before === undefined ? sql`` : sql`and entry.id < ${before}`}
      ${scope ? sql`and ${scope}` : sql``}
      and not exists (select from ${table} present where ${sameKey(resource)})
      and not exists (
        select from history later where later.table_name = entry.table_name
          and later.row_key = entry.row_key and later.id > entry.id and later.action = 'delete'
      )
    order by entry.id desc
    limit ${literal(size + 1)}`
  )

  const shown = rows.slice(0, size).map(deletedRow)
  return { rows: shown, next: rows.length > size ? shown.at(-1)!.entry : null }
}

function titleOf({ resource, access }: ServiceContext): Sql {
  const { title } = resource
  return title && access.readable.has(title.name)
    ? sql`${identifier('gone', title.column)}::text`
    : sql`null`
}

function sameKey(resource: Resource) {
  const parts = resource.key.map(
    ({ column }) => sql`${identifier('present', column)} = ${identifier('gone', column)}`
  )
  return joined(parts, ' and ')
}

function deletedRow({ id, key, title, happened_at: at, actor, reason }: any): DeletedRow {
  const deletedAt = DateTime.fromJSDate(new Date(at), { zone: 'utc' })
  return { key, title: title ?? key, entry: Number(id), deletedAt, actor, reason }
}
