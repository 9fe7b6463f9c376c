import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { FieldDescription } from './field_description.ts'
import type {
  ConstraintDefinition,
  IndexDefinition,
  RoutineDefinition,
  TriggerDefinition,
} from './table_parts.ts'

/**
 * A model as its class says it: everything that tables, forms and interfaces are made from.
 */
export type ModelDescription = {
  model: LucidModel

  /** The name of the class */
  name: string
  table: string

  /** The table's name before it was renamed: `static renamedFrom` */
  renamedFrom?: string

  /** Kept in the database beside the table: `static comment` */
  comment?: string

  /** In the order of their declaration */
  fields: FieldDescription[]

  indexes: IndexDefinition[]
  constraints: ConstraintDefinition[]
  triggers: TriggerDefinition[]
  functions: RoutineDefinition[]
  views: RoutineDefinition[]

  /** Extensions of PostgreSQL that it needs: `static extensions = ['btree_gist']` */
  extensions: string[]

  /** Models of the framework whose tables it needs: `static requires` */
  requires: LucidModel[]

  /** Storage parameters of the table, such as `{ fillfactor: 50 }`: `static storage` */
  storage: Record<string, string | number>

  /** Tables in between, of many-to-many relations that no model stands for */
  pivots: PivotDescription[]
}

/**
 * The table of a many-to-many relation: two foreign keys, which are its primary key together.
 */
export type PivotDescription = {
  table: string

  /** The key of the model that declares the relation, first, and that of the related one */
  keys: [PivotKey, PivotKey]

  /** Names of the columns that say when the two were joined, and when that was changed last */
  createdAt?: string
  updatedAt?: string
}

export type PivotKey = {
  columnName: string
  model: () => LucidModel

  /** The property that it points to */
  references: string
}
