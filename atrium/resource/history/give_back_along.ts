import {
  HistoryEntry,
  type FieldDescription,
  identifier,
  parseExactly,
  sql,
} from '#atrium/model/main'

import { run } from '../reading/run.ts'
import { Access } from '../policy/access.ts'
import { bringBack } from './bring_back.ts'
import { undoableRows } from './undoable_rows.ts'
import { stateBefore, type RecordedState } from './recorded_state.ts'
import type { WriteContext } from '../writing/write_transaction.ts'

/** So many rows of the operation are looked at. The rest of a larger one comes back by undoing it */
const LIMIT = 1_000

type Reference = FieldDescription<'foreignKey'>
type Values = Record<string, unknown>

/**
 * Brings back what a deletion took along with a row that has just come back: the rows that pointed to it
 * by a cascading foreign key, and those that pointed to them.
 *
 * @param entry the entry of the history that tells of the row's deletion
 */
export async function giveBackAlong(context: WriteContext, entry: number, state: RecordedState) {
  const { client, resource } = context
  const operation = await operationOf(context, entry)
  if (!resource.registry || operation === null) return

  const back = new Map<string, Values[]>([[resource.table, [parseExactly(state) as Values]]])
  const rows = await undoableRows(client, resource.registry, operation, 0, LIMIT)

  for (const { table, rowKey, first, does } of rows) {
    const target = resource.registry.ofTable(table)
    if (!target || does !== 'delete') continue

    const was = await stateBefore(client, table, sql`${rowKey}::jsonb`, { from: first })
    const values = was === null ? {} : (parseExactly(was) as Values)
    if (was === null || !pointsTo(back, target.description.fields, values)) continue

    const access = Access.of(target, context.actor)
    await bringBack({ ...context, resource: target, access }, was, true)
    back.set(table, [...(back.get(table) ?? []), values])
  }
}

async function operationOf({ client }: WriteContext, entry: number): Promise<string | null> {
  const [found] = await run(
    client,
    sql`select operation ->> 'id' as id from ${identifier(HistoryEntry.table)}
        where id = ${entry} and action = 'delete'`
  )
  return found?.id ?? null
}

/** Whether a row pointed, so that it had to go too, to one of those that are back. */
function pointsTo(back: Map<string, Values[]>, fields: FieldDescription[], values: Values) {
  return fields
    .filter((field): field is Reference => field.kind === 'foreignKey')
    .filter(({ onDelete }) => onDelete === 'cascade')
    .some((reference) => {
      const parent = reference.model()
      const column = parent.$getColumn(reference.references ?? parent.primaryKey)!.columnName
      const value = values[reference.columnName]
      return (back.get(parent.table) ?? []).some((row) => String(row[column]) === String(value))
    })
}
