import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { ReferenceAction } from '#atrium/model/main'

import type { Resource } from './resource.ts'

/**
 * How the rows of a resource go with those of another one. Relations come from Lucid's own, and from
 * foreign keys in both directions, whether or not the model names them.
 */
export type ResourceRelation = {
  name: string
  label: string
  type: 'belongsTo' | 'hasOne' | 'hasMany' | 'manyToMany'

  /** Whether there may be several */
  isMany: boolean

  /** The resource on the other side */
  target: Resource

  /** The columns that are equal. With a pivot each is equal to a column of the pivot */
  localColumn: string
  targetColumn: string
  pivot?: { table: string; localColumn: string; targetColumn: string; model?: LucidModel }

  /** The field that is the foreign key: of this resource for `belongsTo`, of the target for others */
  foreignKey?: string

  /** What becomes of rows on the other side when a row of this resource is deleted */
  onDelete?: ReferenceAction

  /** Edited within the form of this resource */
  inline?: InlineOptions
}

export type InlineOptions = {
  /** Fields of the related resource, in order */
  fields?: string[]
  look?: 'table' | 'stacked'

  /** The field that keeps their order, when people may drag them */
  order?: string
}
