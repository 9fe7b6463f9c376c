import { HistoryEntry, type FieldDescription, identifier, joined, sql } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { run } from '../reading/run.ts'
import { isOfOperation } from './operation_condition.ts'
import { entriesOfRow, type RecordedState } from './recorded_state.ts'
import type { UndoableRow } from './undoable_rows.ts'
import type { WriteContext } from '../writing/write_transaction.ts'

type Reference = FieldDescription<'foreignKey'>

/**
 * Whether a foreign key took a row along when the operation deleted another one: deleted it, or emptied
 * the key. It comes back with that row, whatever the policy says of it alone.
 */
export async function takenAlong(
  { client, resource }: WriteContext,
  operation: string,
  { does }: UndoableRow,
  state: RecordedState
): Promise<boolean> {
  const rule = does === 'delete' ? 'cascade' : 'set null'
  const references = resource.description.fields.filter(
    (field): field is Reference => field.kind === 'foreignKey' && field.onDelete === rule
  )
  if (!references.length) return false

  const conditions = references.map((reference) => {
    const parent: LucidModel = reference.model()
    const property = reference.references ?? parent.primaryKey
    const column = parent.$getColumn(property)!.columnName
    const value = sql`${state}::jsonb -> ${reference.columnName}::text`
    const isKey = parent.$getColumn(property)!.isPrimary && property === parent.primaryKey
    const deleted = isKey
      ? entriesOfRow(parent.table, sql`jsonb_build_object(${column}::text, ${value})`, 0)
      : identifier(HistoryEntry.table)

    return sql`exists(
      select 1 from ${deleted} as e
      where ${isOfOperation('e', operation)} and e.table_name = ${parent.table}
        and e.action = 'delete' and e.before -> ${column}::text = ${value})`
  })
  const isNothingElse = sql`not exists(
    select 1 from jsonb_object_keys(${state}::jsonb) as name
    where name not in (${joined(references.map(({ columnName }) => sql`${columnName}`))}))`

  const found = await run(
    client,
    sql`select 1 where (${joined(conditions, ' or ')})
        and (${does === 'delete'}::boolean or ${isNothingElse})`
  )
  return found.length > 0
}
