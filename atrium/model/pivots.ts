import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { PivotDescription } from './model_description.ts'

/**
 * The tables in between of a model's many-to-many relations.
 */
export function pivotsOf(model: LucidModel): PivotDescription[] {
  return Array.from(model.$relationsDefinitions.values())
    .filter(({ type }) => type === 'manyToMany')
    .map((relation) => pivotOf(model, relation))
}

function pivotOf(model: LucidModel, relation: any): PivotDescription {
  relation.boot()

  return {
    table: relation.pivotTable,
    keys: [
      { columnName: relation.pivotForeignKey, model: () => model, references: relation.localKey },
      {
        columnName: relation.pivotRelatedForeignKey,
        model: () => relation.relatedModel(),
        references: relation.relatedKey,
      },
    ],
    createdAt: relation.pivotCreatedAtTimestamp,
    updatedAt: relation.pivotUpdatedAtTimestamp,
  }
}
