import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import type { Expression } from './expression.ts'
import type { ReferenceAction } from './field_description.ts'

/**
 * The names of a model's own fields.
 */
export type Own<M> = {
  [K in keyof M & string]: K extends keyof LucidRow
    ? never
    : M[K] extends (...args: any[]) => any
      ? never
      : K
}[keyof M & string]

type Order = `${' asc' | ' desc' | ''}${' nulls first' | ' nulls last' | ''}`

/** A property, with its order if it is not rising, or SQL by `expression()` */
export type IndexPart<M> = `${Own<M>}${Order}` | Expression

export type IndexOptions<M> = {
  /** `<table>_<columns>_index` unless said, and `_unique` for a unique one */
  name?: string
  unique?: boolean
  method?: 'btree' | 'hash' | 'gin' | 'gist' | 'spgist' | 'brin'

  /** A condition in SQL: only rows that meet it are in the index */
  where?: string

  /** Properties that are kept in the index only to be read from there */
  include?: Own<M>[]

  /** Two empty values count as the same */
  nullsNotDistinct?: boolean

  /** The operator class of each property that needs another than the usual, such as `{ name: 'gin_trgm_ops' }` */
  opclass?: Partial<Record<Own<M>, string>>

  /** Storage parameters, such as `{ fillfactor: 70 }` */
  with?: Record<string, string | number>
  comment?: string
}

/** An index as it was declared, for whatever model */
export type IndexDefinition = { parts: (string | Expression)[] } & IndexOptions<any>

/**
 * An index of a model's table: `static indexes = [index<Article>(['authorId', 'publishedAt desc'])]`.
 */
export function index<M>(parts: IndexPart<M>[], options: IndexOptions<M> = {}): IndexDefinition {
  return { parts, ...options }
}

type Timing = { deferrable?: 'immediate' | 'deferred'; comment?: string }

export type ConstraintDefinition =
  | ({ kind: 'primary'; columns: string[]; name?: string } & Timing)
  | ({
      kind: 'unique'
      columns: string[]
      name?: string
      include?: string[]
      nullsNotDistinct?: boolean
    } & Timing)
  | { kind: 'check'; sql: string; name: string; comment?: string }
  | ({ kind: 'exclude'; sql: string; name: string } & Timing)
  | ({
      kind: 'foreign'
      columns: string[]
      model: () => LucidModel
      references: string[]
      name?: string
      onDelete?: ReferenceAction
      onUpdate?: ReferenceAction
      match?: 'full'
    } & Timing)

/**
 * Rules of a model's table that are about more than one field, or have names of their own:
 * `static constraints = [constraint.check('paid_when_sent', 'sent_at is null or paid')]`.
 */
export const constraint = {
  /** Another name for the primary key than `<table>_pkey`, or an order of its columns. */
  primary: <M>(
    columns: Own<M>[],
    options: { name?: string } & Timing = {}
  ): ConstraintDefinition => ({
    kind: 'primary',
    columns,
    ...options,
  }),

  /** No two rows have the same values in all of these. */
  unique: <M>(
    columns: Own<M>[],
    options: { name?: string; include?: Own<M>[]; nullsNotDistinct?: boolean } & Timing = {}
  ): ConstraintDefinition => ({ kind: 'unique', columns, ...options }),

  /** A condition in SQL that every row meets. */
  check: (name: string, sql: string, options: { comment?: string } = {}): ConstraintDefinition => ({
    kind: 'check',
    name,
    sql,
    ...options,
  }),

  /** No two rows overlap: what follows `exclude` in SQL, such as `using gist (room with =, during with &&)`. */
  exclude: (name: string, sql: string, options: Timing = {}): ConstraintDefinition => ({
    kind: 'exclude',
    name,
    sql,
    ...options,
  }),

  /** A key of several columns that points to another model's row. */
  foreignKey: <M, O extends LucidModel>(
    columns: Own<M>[],
    model: () => O,
    references: Own<InstanceType<O>>[],
    options: {
      name?: string
      onDelete?: ReferenceAction
      onUpdate?: ReferenceAction
      match?: 'full'
    } & Timing = {}
  ): ConstraintDefinition => ({ kind: 'foreign', columns, model, references, ...options }),
}

/** A trigger of a model's table, or of another one's */
export type TriggerDefinition = {
  name: string

  /** `after insert or update`, as in SQL */
  when: string

  /** The model whose table fires it, its own unless said */
  on?: () => LucidModel

  /** `old table as old_rows new table as new_rows`, as in SQL */
  referencing?: string
  forEach: 'row' | 'statement'

  /** Fires only where this condition in SQL holds */
  condition?: string

  /** The call: `count_published_articles()` */
  execute: string
}

/** A function, a domain or a view: what SQL creates and what has a name */
export type RoutineDefinition = {
  /** Its name, and for a function the types of its arguments: `count_published_articles()` */
  name: string

  /** The whole statement, `create or replace function ...` */
  sql: string

  /** Kept in the database beside it. Of views only */
  comment?: string
}
