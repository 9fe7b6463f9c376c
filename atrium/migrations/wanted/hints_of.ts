import type { FieldDescription } from '#atrium/model/main'

import type { Hints } from './hints.ts'
import type { Declared } from './declared_schema.ts'
import type { OwnedModel } from '../generate/types.ts'

/**
 * What models say beyond their tables: former names, values for older rows, and who owns what.
 */
export function hintsOf(models: OwnedModel[], { registry, owners }: Declared): Hints {
  const all = registry.all()
  const fields = all.flatMap((model) =>
    model.fields.map((field) => ({ field, at: `${model.table}.${field.columnName}` }))
  )
  const components = new Map(models.map(({ model, component }) => [model, component]))

  return {
    renamedTables: Object.fromEntries(
      all.flatMap(({ table, renamedFrom }) => (renamedFrom ? [[table, renamedFrom]] : []))
    ),
    renamedColumns: Object.fromEntries(
      fields.flatMap(({ field, at }) => (field.renamedFrom ? [[at, field.renamedFrom]] : []))
    ),
    fills: Object.fromEntries(
      fields.flatMap(({ field, at }) => (isMadeInCode(field) ? [[at, 'gen_random_uuid()']] : []))
    ),
    components: Object.fromEntries(
      Object.entries(owners).map(([table, { model }]) => [table, components.get(model)!])
    ),
  }
}

/** The database knows no value for such a column, but each row can be given one of its own. */
function isMadeInCode(field: FieldDescription) {
  return field.kind === 'uuid' && field.auto !== false && field.default === undefined
}
