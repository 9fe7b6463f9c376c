/**
 * What a database looks like, as PostgreSQL itself says it (`pg_get_expr`, `pg_get_constraintdef` ...),
 * so that two databases that were made in different ways compare equal. Plain values only.
 */
export type Schema = {
  extensions: string[]
  enums: Record<string, EnumType>
  functions: Record<string, Routine>
  views: Record<string, View>
  tables: Record<string, Table>
}

export type EnumType = { name: string; values: string[]; comment: string | null }

/** A function by its name and the types of its arguments, `f(integer)` */
export type Routine = { name: string; definition: string; source?: string }

/**
 * `definition` is the query. `dependsOn`: columns that it reads, as `table.column`; `table.*` where it
 * counts rows or takes them whole
 */
export type View = {
  name: string
  definition: string

  /** The whole statement of the model, where there is one. Not compared */
  source?: string
  materialized: boolean
  dependsOn: string[]
  comment: string | null
}

export type Table = {
  name: string
  comment: string | null

  /** In the order of the table */
  columns: Record<string, Column>

  /** Of all kinds, by name; the primary key among them */
  constraints: Record<string, Constraint>

  /** By name, without those that belong to a constraint */
  indexes: Record<string, Index>
  triggers: Record<string, Trigger>

  /** Storage parameters, as in `{ fillfactor: '50' }` */
  storage: Record<string, string>
}

export type Column = {
  name: string

  /** As `format_type` says it: `character varying(200)`, `numeric(20,4)`, `text[]` */
  type: string
  nullable: boolean

  /** SQL, null where there is none. That of a serial is not repeated here */
  default: string | null
  identity: 'always' | 'by default' | null

  /** Counted by a sequence of its own, without being an identity */
  serial: boolean

  /** The expression of a stored generated column */
  generated: string | null

  /** The words of an enum, when a check of this column alone lists them */
  words: { constraint: string; values: string[] } | null

  /** How the model says default or expression, where that reads better. Not compared */
  source?: { default?: string; generated?: string }

  /** Where it is not the type's own */
  collation: string | null
  comment: string | null
}

export type Constraint = {
  name: string
  kind: 'primary' | 'unique' | 'foreign' | 'check' | 'exclude'

  /** Columns that it is about, of its own table, in its order */
  columns: string[]

  /** What follows `constraint <name>` in SQL, without `NOT VALID` */
  definition: string

  /** How the model says it, where that reads better. Not compared */
  source?: string

  /** False as long as older rows were not checked */
  valid: boolean
  comment: string | null

  /** Of a foreign key only */
  foreign: Reference | null
}

export type Reference = {
  table: string
  columns: string[]
  onDelete: string
  onUpdate: string
}

export type Index = {
  name: string
  table: string
  unique: boolean

  /** The whole `create index` statement, as `pg_get_indexdef` says it */
  definition: string

  /** How the model says it, where that reads better. Not compared */
  source?: string

  /** Columns that it is about, those of its expressions, predicate and `include` among them */
  columns: string[]
  valid: boolean
  comment: string | null
}

export type Trigger = {
  name: string
  table: string

  /** The whole `create trigger` statement, as `pg_get_triggerdef` says it */
  definition: string

  /** How the model says it, where that reads better. Not compared */
  source?: string

  /** The function that it calls, as in `Schema.functions` */
  function: string
}
