import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { HistoryEntry, type Sql, identifier, literal, sql } from '#atrium/model/main'

import { clientOf, run } from '../reading/run.ts'
import { isOfOperation } from './operation_condition.ts'
import { tablesInOrder } from './tables_in_order.ts'
import type { ResourceRegistry } from '../registry.ts'

/** What an operation did to a row, from its first entry to the last */
export type UndoableRow = {
  table: string

  /** The key, as JSON of the history */
  rowKey: string
  does: 'add' | 'change' | 'delete'
  first: number
  last: number

  /** Its place among all rows of the operation */
  place: number
}

/**
 * The rows of an operation in the order in which to take it back: what was deleted comes first, parents
 * before what belongs to them; then what was changed; then what was added, parents last. Rows that
 * were added and deleted again are left out.
 */
export async function undoableRows(
  client: QueryClientContract,
  registry: ResourceRegistry | undefined,
  operation: string,
  after: number,
  size: number
): Promise<UndoableRow[]> {
  const rows = await run(
    client,
    sql`select * from (${ordered(registry, operation)}) as numbered
        where place > ${after} order by place limit ${literal(size)}`
  )
  return rows.map((row) => ({
    table: row.table_name,
    rowKey: row.row_key,
    does: row.does,
    first: Number(row.first),
    last: Number(row.last),
    place: Number(row.place),
  }))
}

/** How many rows can be taken back, and the table of the last one that was written. */
export async function countUndoable(
  registry: ResourceRegistry,
  operation: string,
  client?: QueryClientContract
) {
  const [any] = registry.all()
  const [{ count, table }] = await run(
    client ?? clientOf({ resource: any }),
    sql`select count(*) as count, (array_agg(table_name order by last desc))[1] as table
        from (${ordered(registry, operation)}) as numbered`
  )
  return { rows: Number(count), table: table as string | null }
}

function ordered(registry: ResourceRegistry | undefined, operation: string): Sql {
  const level = sql`array_position(${registry ? tablesInOrder(registry) : []}::text[], table_name::text)`

  return sql`
    select table_name, row_key::text, does, first, last,
      row_number() over (
        order by array_position(array['delete', 'change', 'add'], does),
          case does when 'add' then - ${level} else ${level} end,
          case does when 'delete' then last else - last end
      ) as place
    from (
      select table_name, row_key, min(id) as first, max(id) as last,
        case
          when (array_agg(action order by id))[1] = 'insert' then
            case when (array_agg(action order by id desc))[1] = 'delete' then null else 'add' end
          when (array_agg(action order by id desc))[1] = 'delete' then 'delete'
          else 'change'
        end as does
      from ${identifier(HistoryEntry.table)} as e
      where ${isOfOperation('e', operation)} and row_key is not null
      group by table_name, row_key
    ) as rows
    where does is not null`
}
