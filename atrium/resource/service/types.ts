import type { FilterNode } from '../filter/types.ts'

/** One step of an order. Behind a to-one relation the path has two parts */
export type SortTerm = {
  path: string[]
  direction: 'asc' | 'desc'

  /** Where empty values go: as in PostgreSQL, last when rising, unless said */
  nulls?: 'first' | 'last'
}

/** Which rows are meant */
export type RowsQuery = {
  /** The filter language, or an expression of it already taken apart */
  filter?: string | FilterNode

  /** What somebody typed into a search box */
  search?: string

  /** Deleted rows of a model that only marks them: left out unless said */
  trash?: 'only' | 'with'

  /** Rows that a row of another resource has: `{ relation: 'comments', of: <resource>, key }` */
  related?: { resource: string; key: string; relation: string }

  /** Only these rows, of those that are meant otherwise */
  keys?: RowKey[]

  /** All but these rows */
  except?: RowKey[]
}

export type ListQuery = RowsQuery & {
  sort?: SortTerm[]

  /** Fields, to-one and many-to-many relations that are wanted: the list's own columns unless said */
  fields?: string[]

  /** Rows in a page, 25 unless said, 200 at most */
  size?: number

  /** The cursor of a page that was read before: its `next` or `previous` */
  cursor?: string

  /** Rows to skip, 10,000 at most. Not together with a cursor */
  offset?: number

  /** Actions of which each row is to say whether the actor may run them on it */
  actions?: string[]
}

/** The row on the other side of a to-one relation, as far as the actor may see it */
export type Label = { key: string; title: string }

/** How all rows of a list are read */
export type EachOptions = {
  /** Ends the reading at once, also while the database is at work on it. No error is thrown */
  signal?: AbortSignal
}

/**
 * A row as plain values: what the actor may read of what was asked for.
 */
export type Row = {
  /** The primary key as text; parts of a composite one joined by `~` */
  key: string

  /** Changes with every write */
  version: string

  /** What people know the row by */
  title: string

  /** By field, as the model's own code has them: DateTime, Decimal, bigint and so on */
  values: Record<string, unknown>

  /** By to-one relation; null when there is nothing, or nothing that the actor may see */
  labels: Record<string, Label | null>

  /** By many-to-many relation that was asked for, in the order of titles: those that the actor may see */
  links?: Record<string, Label[]>

  /** By action that was asked about */
  allowed: Record<string, boolean>

  /** Set when the row lies in the trash */
  deletedAt?: unknown
}

export type Page = {
  rows: Row[]
  next: string | null
  previous: string | null

  /** The order that the page is in, without the primary key that comes last */
  sort: SortTerm[]
  fields: string[]
}

/** How many rows there are: exactly, this many or more, or by the planner's estimate */
export type Count = { value: number; kind: 'exact' | 'at least' | 'about' }

/** What people may be told of a write, and what it is to be kept under */
export type WriteOptions = {
  /** The version that the writer saw: another one by now is refused */
  version?: string

  /** Why, for the history */
  reason?: string

  /** Puts several writes together in the history, as one save, bulk edit or import */
  operationId?: string
}

/** A row by its key */
export type RowKey = string
