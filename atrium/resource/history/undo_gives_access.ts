import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { HistoryEntry, identifier, sql } from '#atrium/model/main'

import { clientOf, run } from '../reading/run.ts'
import { isOfOperation } from './operation_condition.ts'
import type { ResourceRegistry } from '../registry.ts'

/**
 * Whether taking an operation back gives access to the product: what it changed or deleted and would be
 * again what it was. What it added goes, as by a deletion.
 */
export async function undoGivesAccess(
  registry: ResourceRegistry,
  operation: string,
  client?: QueryClientContract
): Promise<boolean> {
  const sensitive = registry.all().filter(({ options }) => options.sensitive)
  if (!sensitive.length) return false

  const columns = await run(
    client ?? clientOf({ resource: sensitive[0] }),
    sql`select distinct table_name, changed
        from ${identifier(HistoryEntry.table)} as e
        cross join lateral (
          select jsonb_object_keys(before) union select unnest(concealed)
        ) as columns (changed)
        where ${isOfOperation('e', operation)} and action in ('update', 'delete')
          and table_name = any(${sensitive.map(({ table }) => table)}::text[])`
  )
  return columns.some(({ table_name: table, changed }) => {
    const resource = registry.ofTable(table)
    const field = [...(resource?.fields.values() ?? [])].find(({ column }) => column === changed)
    return field && resource!.givesAccess(field.name)
  })
}
