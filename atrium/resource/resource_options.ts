import type { SchemaTypes } from '@vinejs/vine/types'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Own } from '#atrium/model/main'
import type { Action } from './action.ts'
import type { Policy } from './policy/policy.ts'
import type { InlineOptions } from './resource_relation.ts'

/** A field, or a relation, of the model: what is renamed there does not compile here */
export type NameOf<Row> = Own<Row>

/** `publishedAt` rising, `-publishedAt` falling */
export type SortOption<Row> = NameOf<Row> | `-${NameOf<Row>}`

/** A field, a section with a heading, or a tab of several */
export type FormPart<Row> =
  | NameOf<Row>
  | { section: string; help?: string; columns?: 1 | 2 | 3; fields: NameOf<Row>[] }
  | { tab: string; parts: Exclude<FormPart<Row>, { tab: string }>[] }

export type FieldPresentation<Row> = {
  label?: string
  help?: string

  /** One of the widgets of the interface, when not the usual one of the field's kind */
  widget?: string

  /** The form shows the field only while these fields have one of these values */
  showIf?: { [K in NameOf<Row>]?: Row[K] | readonly Row[K][] }

  /** A rule in place of that of the field */
  rule?: () => SchemaTypes

  /** Words that the form offers for text; others may be typed */
  suggestions?: () => string[]

  /** How wide the column of a list is at first, in characters */
  width?: number

  /** Its values are sentences that the program brought along: an interface may say them in another language */
  isPhrase?: boolean
}

/**
 * What can be said of a resource. Everything is derived from the model unless said here.
 */
export type ResourceOptions<M extends LucidModel, Row = InstanceType<M>> = {
  /** In addresses, grants and filters. The table's name unless said */
  name?: string

  /** What one row is called, and several */
  label?: string
  labelPlural?: string

  /** A Lucide icon */
  icon?: string

  /** Heading of the navigation under which it stands: the component's name unless said */
  group?: string

  /** Who may do what. Without one only administrators may do anything */
  policy?: new () => Policy<any>

  /** The field by which people know a row */
  title?: NameOf<Row>

  /** Columns of the list */
  list?: NameOf<Row>[]
  sort?: SortOption<Row>[]

  /** Fields that the search box looks into; behind relations as `author.username` */
  search?: (NameOf<Row> | `${NameOf<Row>}.${string}`)[]

  /** Fields that the list offers facets for */
  facets?: NameOf<Row>[]
  form?: FormPart<Row>[]

  /** Which fields the page of a row shows, laid out like the form. All that may be read, when not said */
  show?: NameOf<Row>[] | { except: NameOf<Row>[] }
  fields?: { [K in NameOf<Row>]?: FieldPresentation<Row> }

  /** Relations that are edited within the form, and how */
  inlines?: { [K in NameOf<Row>]?: InlineOptions | true }
  actions?: Record<string, Action<Row>>

  /** Looks over a row before it is saved, after the rules of its fields. Throws what is wrong */
  check?: (row: Row) => unknown

  /**
   * Gives access to the product: whoever acts as somebody else may look at it, but not change it. Whoever
   * changes it in the admin says their password again: for all of it, or only for the fields named
   */
  sensitive?: boolean | NameOf<Row>[]

  /** Rows are made by programs only */
  creatable?: boolean
}
