import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { FieldDescription } from './field_description.ts'
import type { ModelDescription, PivotDescription } from './model_description.ts'

/**
 * Reads what a model's class says of its table.
 */
export function describe(model: LucidModel): ModelDescription {
  model.boot()
  const said = model as any

  return {
    model,
    name: model.name,
    table: model.table,
    renamedFrom: said.renamedFrom,
    comment: said.comment,
    fields: fieldsOf(model),
    indexes: said.indexes ?? [],
    constraints: said.constraints ?? [],
    triggers: said.triggers ?? [],
    functions: said.functions ?? [],
    views: said.views ?? [],
    extensions: said.extensions ?? [],
    requires: said.requires ?? [],
    storage: said.storage ?? {},
    pivots: pivotsOf(model),
  }
}

function fieldsOf(model: LucidModel): FieldDescription[] {
  return Array.from(model.$columnsDefinitions, ([name, { columnName, meta }]) => ({
    ...meta?.field,
    name,
    columnName,
  }))
}

function pivotsOf(model: LucidModel): PivotDescription[] {
  return Array.from(model.$relationsDefinitions.values())
    .filter((relation) => relation.type === 'manyToMany')
    .map((relation: any) => {
      relation.boot()
      return {
        table: relation.pivotTable,
        keys: [
          {
            columnName: relation.pivotForeignKey,
            model: () => model,
            references: relation.localKey,
          },
          {
            columnName: relation.pivotRelatedForeignKey,
            model: () => relation.relatedModel(),
            references: relation.relatedKey,
          },
        ],
      }
    })
}
