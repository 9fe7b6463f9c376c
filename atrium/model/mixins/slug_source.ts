import type { Model } from '../model.ts'
import { LONGEST } from './slug_text.ts'
import { E_SLUG_FROM_NOTHING } from './errors.ts'

/** Where a slug is, from which property it is made, and how long it may be */
export type SlugSource = { name: string; from: string; columnName: string; longest: number }

/**
 * What a model's `field.slug({ from })` says.
 *
 * @throws E_SLUG_FROM_NOTHING the model has no such field, or not the one that it names
 */
export function slugSourceOf(model: typeof Model): SlugSource {
  model.boot()

  for (const [name, field] of model.$fields) {
    if (field.kind === 'slug' && field.from && model.$hasColumn(field.from)) {
      const longest = Math.min(field.max ?? LONGEST, LONGEST)
      return { name, from: field.from, longest, columnName: model.$getColumn(name)!.columnName }
    }
  }
  throw new E_SLUG_FROM_NOTHING([model.name])
}

/**
 * Whether the database refused a row because another one has its slug. The list of columns stands in
 * the error's detail, in whatever language the database speaks.
 */
export function isTaken(error: any, table: string, { columnName }: SlugSource) {
  const [columns] = String(error.detail).split(')=(')
  return error.code === '23505' && error.table === table && columns.includes(columnName)
}
