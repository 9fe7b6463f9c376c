import { HistoryEntry, type Sql, describe, identifier, joined, sql } from '#atrium/model/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import { where } from '../reading/conditions.ts'
import { run } from '../reading/run.ts'
import type { Resource } from '../resource.ts'

/** What a row was, column by column, as JSON of the database. Never taken apart here: numbers stay exact */
export type RecordedState = string

/**
 * What a row was before an entry of the history, as far as that differs from what it is by now: for every
 * column that was changed since, its value before the first of the changes.
 *
 * @param rowKey the row's key as the history has it
 * @param range the entries that count: `from` one, `to` another one, `only` those that meet a condition
 */
export async function stateBefore(
  client: QueryClientContract,
  table: string,
  rowKey: Sql,
  { from, to, only }: { from: number; to?: number; only?: Sql }
): Promise<RecordedState | null> {
  const [{ state }] = await run(
    client,
    sql`
      select jsonb_object_agg(name, value)::text as state from (
        select distinct on (name) name, value
        from ${entriesOfRow(table, rowKey, from, to)} as e,
          jsonb_each(e.before) as was(name, value)
        ${where(only)} order by name, e.id
      ) as oldest`
  )
  return state
}

/** Entries of one row. They are found by its key, of which there are few entries, before all else. */
export function entriesOfRow(table: string, rowKey: Sql, from: number, to?: number): Sql {
  return sql`(
    select * from ${identifier(HistoryEntry.table)} as o
    where o.table_name = ${table} and o.row_key = ${rowKey} and o.id >= ${from}
      and ${to === undefined ? sql`true` : sql`o.id <= ${to}`}
    offset 0)`
}

/** The columns of a state that the model reads. */
export async function columnsOf(
  client: QueryClientContract,
  resource: Resource,
  state: RecordedState
): Promise<string[]> {
  const rows = await run(client, sql`select jsonb_object_keys(${state}::jsonb) as name`)
  const names = new Set(rows.map(({ name }) => name))
  return describe(resource.model)
    .fields.filter(({ kind, columnName }) => kind !== 'generated' && names.has(columnName))
    .map(({ columnName }) => columnName)
}

/** The values of some columns of a state, as the model's own code has them, by field. */
export async function valuesOf(
  client: QueryClientContract,
  { model, table }: Resource,
  state: RecordedState,
  columns: string[]
): Promise<Record<string, unknown>> {
  if (!columns.length) return {}

  const selected = joined(columns.map((column) => identifier(column)))
  const [row] = await run(
    client,
    sql`select ${selected} from jsonb_populate_record(null::${identifier(table)}, ${state}::jsonb)`
  )
  const { $attributes } = model.$createFromAdapterResult(row) as LucidRow
  return $attributes
}
