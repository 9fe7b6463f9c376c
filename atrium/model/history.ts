import type { DateTime } from 'luxon'
import { beforeFetch, beforeFind } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow, ModelObject } from '@adonisjs/lucid/types/model'

import { field } from './field.ts'
import { expression } from './expression.ts'
import { Model } from './model.ts'
import { index } from './table_parts.ts'
import { keyOf } from './primary_key.ts'
import type { Operation } from './operation.ts'
import { recordHistory } from './history_function.ts'

/** Columns with their values, as JSON. A number that JavaScript would change is text */
export type RecordedValues = Record<string, unknown>

/** What holds values that JavaScript's own JSON would round */
const EXACT = ['row_key', 'before', 'after']

/**
 * That a row of a recorded table was added, changed or deleted, or that the table was emptied. Only
 * the trigger of the table writes entries.
 */
export class HistoryEntry extends Model {
  static table = 'history'

  static indexes = [
    index<HistoryEntry>(['tableName', 'rowKey', 'id']),
    index<HistoryEntry>(['tableName', 'id']),
    index<HistoryEntry>(['tableName', 'id'], {
      name: 'history_deletions_index',
      where: `action = 'delete'`,
    }),
    index<HistoryEntry>(['transactionId', 'id']),
    index<HistoryEntry>([expression(`(operation ->> 'id')`)], {
      name: 'history_operation_id_index',
      where: `operation ? 'id'`,
    }),
    index<HistoryEntry>(['happenedAt'], { method: 'brin' }),
  ]
  static functions = [recordHistory]

  @field.id()
  declare id: number

  @field.string({ max: 63 })
  declare tableName: string

  /** The columns of the row's primary key; after a change of the key, the new one. Null for the whole table */
  @field.json({ nullable: true })
  declare rowKey: RecordedValues | null

  @field.enum(['insert', 'update', 'delete', 'truncate'])
  declare action: 'insert' | 'update' | 'delete' | 'truncate'

  /** What the row was: of an update only the columns that it changed */
  @field.json({ nullable: true })
  declare before: RecordedValues | null

  /** What the row became: of an update only the columns that it changed */
  @field.json({ nullable: true })
  declare after: RecordedValues | null

  /** Columns that were changed too, of which nobody is to see the value */
  @field.array('text', { nullable: true })
  declare concealed: string[] | null

  /** On whose behalf it was done, as `operation` said it */
  @field.json({ nullable: true })
  declare operation: Operation | null

  /** The same for everything that was done in one transaction */
  @field.bigint()
  declare transactionId: bigint

  @field.timestamp()
  declare happenedAt: DateTime

  /** Values are read as text, since the driver would round their numbers. */
  @beforeFind()
  @beforeFetch()
  static selectExactly(query: any) {
    if (query.columns.length) return

    const columns = Array.from(this.$columnsDefinitions.values(), ({ columnName }) => columnName)
    query.select(
      columns.map((column) =>
        EXACT.includes(column) ? query.client.raw('??::text as ??', [column, column]) : column
      )
    )
  }

  $consumeAdapterResult(result: ModelObject, sideloaded?: ModelObject) {
    const exact = EXACT.filter((column) => typeof result[column] === 'string')
    const values = exact.map((column) => [column, parseExactly(result[column])])

    super.$consumeAdapterResult({ ...result, ...Object.fromEntries(values) }, sideloaded)
  }
}

/**
 * The history of a row, the latest entry first. The row may be deleted by now.
 */
export function historyOf(row: LucidRow) {
  const { $adapter, $keys, table } = row.constructor as LucidModel
  const key = Object.entries(keyOf(row)).map(
    ([name, value]) => [$keys.attributesToColumns.get(name, name), String(value)] as const
  )

  return HistoryEntry.query({ client: $adapter.modelClient(row) })
    .where('tableName', table)
    .whereRaw(...sameKey(table, key))
    .orderBy('id', 'desc')
}

/**
 * The database turns the key into what the trigger made of it, whatever its types are.
 */
function sameKey(table: string, key: (readonly [string, string])[]): [string, string[]] {
  const parts = key.map(() => '?::text, key.??').join(', ')

  return [
    `row_key = (select jsonb_build_object(${parts}) from jsonb_populate_record(null::??, ?) as key)`,
    [
      ...key.flatMap(([column]) => [column, column]),
      table,
      JSON.stringify(Object.fromEntries(key)),
    ],
  ]
}

/**
 * Reads JSON of the history. A number that JavaScript would change stays the text that the database
 * wrote.
 */
export function parseExactly(text: string): unknown {
  const reviver = (_: string, value: unknown, { source }: { source: string }) =>
    typeof value === 'number' && String(value) !== source ? source : value

  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown)
}
