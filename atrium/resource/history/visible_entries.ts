import { HistoryEntry, type Sql, identifier, joined, literal, sql } from '#atrium/model/main'

import { allOf, where } from '../reading/conditions.ts'
import { keyParts, keySql } from '../reading/row_key.ts'
import { isOfOperation } from './operation_condition.ts'
import { valueType } from '../reading/value_type.ts'
import type { Resource } from '../resource.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** Entries that are looked at in one statement */
export const WINDOW = 200

type Wanted = { key?: string; before?: number; operation?: string; entry?: number }

/**
 * Entries of the history of a resource's rows, the latest first, each with whether the actor may know of
 * it. Of rows that there are, those may who may see the row. Of rows that are gone, administrators, and
 * those who may delete such a row or take it back: the policy's scope is asked about the row as it was.
 */
export function visibleEntries({ access, resource }: ServiceContext, wanted: Wanted): Sql {
  const { key, before, operation, entry } = wanted
  const table = identifier(resource.table)
  const condition = allOf([
    sql`e.table_name = ${resource.table}`,
    key === undefined ? undefined : sql`e.row_key = ${recordedKey(resource, key)}`,
    before === undefined ? undefined : sql`e.id < ${before}`,
    entry === undefined ? undefined : sql`e.id = ${entry}`,
  ])
  const columns = resource.key.map(({ column }) => column)
  const isRow = joined(
    columns.map((column) => sql`${identifier('r', column)} = ${identifier('k', column)}`),
    ' and '
  )

  return sql`
    select h.id, h.action, h.row_key::text as row_key, h.before::text as before,
      h.after::text as after, h.concealed, h.operation, h.transaction_id, h.happened_at,
      ${keySql(resource, 'k')} as key,
      case when now.seen is not null then now.seen else coalesce(gone.seen, false) end as is_visible,
      now.seen is not null as is_there
    from (
      select * from ${entriesOf(operation)} as e
      ${where(condition)} order by e.id desc limit ${literal(WINDOW)}
    ) as h
    cross join lateral jsonb_populate_record(null::${table}, coalesce(h.row_key, '{}')) as k
    left join lateral (
      select coalesce(${seen('show', 'r')}, false) as seen from ${table} as r where ${isRow}
    ) as now on true
    left join lateral (
      select coalesce(${seenWhenGone()}, false) as seen
      from ${identifier(HistoryEntry.table)} as d
      cross join lateral jsonb_populate_record(null::${table}, d.before) as r
      where now.seen is null and d.table_name = h.table_name and d.row_key = h.row_key
        and d.action = 'delete'
      order by d.id desc limit 1
    ) as gone on true
    order by h.id desc`

  function seen(action: string, alias: string): Sql {
    if (!access.may(action)) return sql`false`
    const scope = access.rowsSql(alias, action)
    return scope ? sql`(${scope})` : sql`true`
  }

  function seenWhenGone(): Sql {
    if (access.actor.isAdministrator) return sql`true`
    const actions = ['delete', ...(resource.softDeletes ? ['restore'] : [])]
    return sql`(${joined(
      actions.map((action) => seen(action, 'r')),
      ' or '
    )}) and ${seen('show', 'r')}`
  }
}

/**
 * The entries of an operation are found first: they are fewer than those of a table, which the planner
 * cannot know.
 */
function entriesOf(operation?: string): Sql {
  const history = identifier(HistoryEntry.table)
  if (operation === undefined) return history
  return sql`(select * from ${history} as o where ${isOfOperation('o', operation)} offset 0)`
}

/** The key of a row as the trigger writes it. */
export function recordedKey(resource: Resource, key: string): Sql {
  const parts = keyParts(resource, key)
  if (!parts) return sql`null::jsonb`

  const pairs = resource.key.map(
    (field, i) => sql`${field.column}::text, ${parts[i]}::${valueType(field)}`
  )
  return sql`jsonb_build_object(${joined(pairs)})`
}
