import type { ModelObject } from '@adonisjs/lucid/types/model'

import type { Model } from './model.ts'
import { afterwards } from './afterwards.ts'
import { E_FIELD_READ_ONLY } from './errors.ts'

/**
 * Has a query that writes a row bring back what the database puts into it: defaults that take the
 * place of what was not given, and what is computed from other columns.
 */
export function readBack(query: any, row: Model, action: 'insert' | 'update') {
  const columns = action === 'insert' ? notGiven(row) : computed(row)
  if (!columns.length) return query

  return afterwards(query.returning(columns), ([saved]) => {
    row.$consumeAdapterResult(saved)
    for (const name of computed(row)) row.$original[name] = row.$attributes[name]
  })
}

/**
 * What is sent to the database: everything but what it computes itself.
 *
 * @throws E_FIELD_READ_ONLY code gave a value to such a field
 */
export function withoutComputed(row: Model, attributes: ModelObject) {
  const names = computed(row)
  const given = names.find((name) => name in attributes && row.$attributes[name] !== undefined)
  if (given) throw new E_FIELD_READ_ONLY([`${row.constructor.name}.${given}`])

  const sent = Object.entries(attributes).filter(([name]) => !names.includes(name))
  return Object.fromEntries(sent)
}

/** The key comes back in any case: without it nobody finds the row again */
function notGiven(row: Model) {
  return Array.from(modelOf(row).$columnsDefinitions)
    .filter(([name, { isPrimary }]) => isPrimary || row.$attributes[name] === undefined)
    .map(([, { columnName }]) => columnName)
}

function computed(row: Model) {
  const { $fields, $columnsDefinitions } = modelOf(row)

  return Array.from($columnsDefinitions.keys()).filter(
    (name) => $fields.get(name)?.kind === 'generated'
  )
}

function modelOf(row: Model) {
  return row.constructor as typeof Model
}
