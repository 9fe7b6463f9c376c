import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import type { Model } from '../model.ts'
import { E_UNKNOWN_FIELD } from '../errors.ts'
import { HistoryEntry, historyOf } from '../history.ts'
import type { TriggerDefinition } from '../table_parts.ts'
import type { DeclaredField } from '../field_description.ts'

/**
 * Keeps the history of the table's rows, whoever changes them and how: a trigger writes it, so that
 * bulk statements, cascades and SQL by hand are in it too, in the same transaction. The migrations
 * make the trigger and the table `history`.
 *
 * Of fields that are `hidden`, or `binary`, it says that they were changed, but no value; so it does
 * of those named by `static concealed`. What only serves queries, or is computed by the database, is
 * left out.
 */
export function Recorded<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  return class RecordedModel extends superclass {
    static requires: LucidModel[] = [HistoryEntry]

    /** Properties of which the history keeps no values either, such as long ones */
    static concealed: string[] = []

    static get triggers(): TriggerDefinition[] {
      return triggersOf(this)
    }

    /** What was done to this row, the latest entry first. */
    history() {
      return historyOf(this)
    }
  }
}

/**
 * @throws E_UNKNOWN_FIELD `static concealed` names what is no field
 */
function triggersOf(model: typeof Model & { concealed: string[] }): TriggerDefinition[] {
  const { table, $fields, concealed: named } = model
  const unknown = named.find((name) => !$fields.has(name))
  if (unknown) throw new E_UNKNOWN_FIELD([`${model.name}.concealed`, unknown, model.name])

  const columnsWhere = (holds: (field: DeclaredField, name: string) => unknown) =>
    Array.from($fields)
      .filter(([name, field]) => holds(field, name))
      .map(([name, { columnName }]) => columnName ?? model.namingStrategy.columnName(model, name))

  const keys = columnsWhere((_, name) => model.$getColumn(name)?.isPrimary)
  const concealed = columnsWhere(
    ({ hidden, kind }, name) => hidden || kind === 'binary' || named.includes(name)
  )
  const computed = columnsWhere((field) => field.kind === 'generated' || isUnread(field))

  return [
    {
      name: `${table}_history`,
      when: 'after insert or update or delete',
      forEach: 'row',
      execute: `record_history(${[keys, concealed, computed].map(arrayLiteral).join(', ')})`,
    },
    {
      name: `${table}_history_truncate`,
      when: 'after truncate',
      forEach: 'statement',
      execute: 'record_history()',
    },
  ]
}

/** A column for the eyes of queries only, such as one for searching, says nothing that others do not */
function isUnread(field: DeclaredField) {
  return 'read' in field && field.read === false
}

/** Columns as PostgreSQL reads them in an array; odd names are quoted */
function arrayLiteral(columns: string[]) {
  const elements = columns.map((column) =>
    /^(?!null$)[a-z_][a-z0-9_]*$/.test(column) ? column : JSON.stringify(column)
  )
  return `'{${elements.join(',').replaceAll("'", "''")}}'`
}
