import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import { E_COMPOSITE_KEY, E_INCOMPLETE_KEY } from './errors.ts'

/**
 * The columns that are a model's primary key, alone or together.
 */
export function keyColumns(model: LucidModel) {
  return Array.from(model.$columnsDefinitions).filter(([, { isPrimary }]) => isPrimary)
}

/**
 * What a row's primary key is in the database, by property. A key that was changed and not saved yet
 * is there still the old one.
 *
 * @throws E_INCOMPLETE_KEY the row was read without it
 */
export function keyOf(row: LucidRow) {
  const model = row.constructor as LucidModel

  return Object.fromEntries(
    keyColumns(model).map(([name, { prepare }]) => {
      const value = row.$original[name] ?? (row as any)[name]
      if (value === undefined || value === null) throw new E_INCOMPLETE_KEY([model.name, name])

      return [name, prepare ? prepare(value, name, row) : value]
    })
  )
}

/**
 * @throws E_COMPOSITE_KEY one value does not say which row of the model is meant
 */
export function refuseSingleValue(model: LucidModel) {
  model.boot()
  const keys = keyColumns(model)
  if (keys.length > 1) {
    throw new E_COMPOSITE_KEY([model.name, keys.map(([name]) => name).join(', ')])
  }
}
