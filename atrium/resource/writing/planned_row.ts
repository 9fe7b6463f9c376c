import type { Purpose, Sql } from '#atrium/model/main'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import type { WriteContext } from './write_transaction.ts'
import type { ResourceRelation } from '../resource_relation.ts'

/**
 * A row with everything that is saved together with it, read and checked, before anything is written.
 */
export type PlannedRow = {
  /** Of the row's own resource */
  context: WriteContext
  purpose: Purpose

  /** With its new values, but not saved yet */
  row: LucidRow

  /** Before the names of its fields in messages: `grants.0.` */
  path: string
  links: PlannedLinks[]
  inlines: PlannedInlines[]
}

/** Which rows a many-to-many relation is to lead to */
export type PlannedLinks = {
  relation: ResourceRelation
  path: string
  wanted: PlannedLink[]

  /** Of the rows on the other side, the ones that the actor may know of. Links to others stay */
  visible?: Sql
}

/** The value of the column that is joined, and what the row in between holds beside the two keys */
export type PlannedLink = { value: string; pivot: Record<string, unknown> }

export type PlannedInlines = {
  relation: ResourceRelation
  saved: PlannedRow[]
  deleted: { context: WriteContext; row: LucidRow; path: string }[]
}
