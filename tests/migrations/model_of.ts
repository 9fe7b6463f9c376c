import { Model } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

type Fields = Record<string, (target: any, property: any) => void>

/**
 * A model made in one line, so that a case reads as what its tables look like before and after.
 *
 * @param statics what else the class says: indexes, constraints, comment ...
 * @param base what it extends: `Model`, with or without mixins
 */
export function modelOf(
  table: string,
  fields: Fields,
  statics: Record<string, unknown> = {},
  base: typeof Model = Model
) {
  const made = { [table]: class extends base {} }[table]
  made.table = table
  Object.assign(made, statics)

  for (const [name, decorate] of Object.entries(fields)) decorate(made.prototype, name)
  return made as LucidModel & { new (): any }
}
