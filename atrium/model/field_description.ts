import type { SchemaTypes } from '@vinejs/vine/types'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Decimal } from './decimal.ts'
import type { Expression } from './expression.ts'

/**
 * What every kind of field may be told. Write the options inline: the compiler reads them.
 */
export type FieldOptions = {
  /** Whether the column may be empty. The property is then declared with `| null` */
  nullable?: boolean

  /** Part of the primary key. Several fields may be */
  primary?: boolean

  /** No two rows have the same value */
  unique?: boolean

  /** Rows are looked up by it. Foreign keys are indexed unless this is `false` */
  index?: boolean

  /** What the database puts where nothing is given: a value, or SQL by `expression()` */
  default?: DefaultValue | Expression

  /** The column's name, when it is not the property's in snake_case */
  columnName?: string

  /** The column's name before it was renamed. Take it out once the migration has run everywhere */
  renamedFrom?: string

  /** Kept in the database beside the column */
  comment?: string

  /** A condition in SQL that every row meets, such as `price >= 0` */
  check?: string

  /** What people read beside it in forms and lists */
  label?: string

  /** A sentence that helps filling it in */
  help?: string

  /** Never leaves the server: not serialised */
  hidden?: boolean

  /** Set by the model's own code only: the schemas of what people send leave it out */
  guarded?: boolean
}

export type DefaultValue = string | number | bigint | boolean | null | Decimal | object

/** What may be chosen, with or without words of its own. Said to people and validators only */
export type Choices<V> = readonly (V | { value: V; label: string })[]

/** Limits in characters */
type Lengths = { min?: number; max?: number; length?: number }

type Textual = Lengths & { choices?: Choices<string>; collation?: string }

/** Limits of a number. The validator keeps them; a `check` makes the database keep them too */
type Limits<V> = { min?: V; max?: V; choices?: Choices<V> }

/** How the database counts, where it gives each row the next number */
type Counted = { generated?: 'by default' | 'always' | 'serial' }

/** What becomes of a row when the row that it points to is deleted, or gets another key */
export type ReferenceAction = 'cascade' | 'restrict' | 'set null' | 'set default' | 'no action'

/** Files are kept on a disk; the column holds their key there */
type Stored = { maxSize?: string; extensions?: readonly string[] }

/**
 * `read: false` leaves the column to queries and indexes: rows of the model have no such value, and
 * the property is declared as `undefined`
 */
type Unread = { read?: false }

/** Kinds that an array may hold */
export type ScalarKind =
  | 'string'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'uuid'
  | 'inet'

/**
 * The options of each kind of field, beside those that all have.
 */
export type OptionsOf = {
  /** `bits` of the column's integer (64 unless said). `generated`: how the database counts */
  id: { bits?: 16 | 32 | 64; generated?: 'by default' | 'always' | 'serial' }

  /** varchar(max), 255 characters unless said; `max: Infinity` is varchar without a limit */
  string: Textual & { format?: 'char' }

  /** Text of any length. `max` is kept by the validator, which takes space around it off if `trim` says so */
  text: Textual & { format?: 'plain' | 'markdown' | 'html'; trim?: boolean }

  /** varchar(max): part of an address, made from another field */
  slug: Textual & { from?: string }

  /** varchar(max), 254 unless said */
  email: Textual

  /** varchar(max), 2048 unless said */
  url: Textual

  /** A whole number of 32 bits, or of 16 */
  integer: Limits<number> & { bits?: 16 | 32 } & Counted

  /** A whole number of 64 bits: `bigint` in code */
  bigint: Limits<bigint> & Counted

  /** `precision` digits in all, `scale` of them behind the point. Both left out: as they come */
  decimal: Limits<string> & { precision?: number; scale?: number }

  /** A binary fraction of 64 bits, or of 32 */
  float: Limits<number> & { bits?: 32 | 64 }

  boolean: {}

  /** A day: a Luxon `DateTime` without its time */
  date: { autoCreate?: boolean; autoUpdate?: boolean }

  /** A moment. `zone: false` makes it a time on the wall, without a zone. `precision`: digits of the second */
  timestamp: { autoCreate?: boolean; autoUpdate?: boolean; zone?: boolean; precision?: number }

  /** A time of day, as text: `17:30:00` */
  time: { zone?: boolean; precision?: number }

  /** A Luxon `Duration`; the database's interval */
  duration: {}

  /**
   * One of several words, kept by a check. With `type` a type of the database of that name is
   * made: then the order of the words is the order in which rows sort. With `max` the column is
   * varchar(max) instead of text. `name`: of the check, when it is not `<table>_<column>_check`.
   * `typeComment` is kept in the database beside the type.
   */
  enum: {
    values: readonly string[]
    type?: string
    typeComment?: string
    max?: number
    name?: string
    labels?: Record<string, string>
  }

  /** jsonb, or json with `binary: false`. The schema holds for what is validated */
  json: { binary?: boolean; schema?: SchemaTypes }

  /** Version 7 unless given, made in code */
  uuid: { auto?: boolean }

  /** Several values of one kind */
  array: {
    of: ScalarKind
    precision?: number
    scale?: number

    /** varchar(max), for lists of `string` */
    max?: number

    /** What each may be */
    choices?: Choices<any>
  }

  /** Bytes: a Buffer */
  binary: { maxSize?: string }

  file: Stored

  image: Stored

  /** An address of a machine or a network, as text */
  inet: { type?: 'inet' | 'cidr' }

  /** Computed by the database from other columns of the row, and stored. `type` is PostgreSQL's */
  generated: { type: string; as: string } & Unread

  /** The key of another model's row */
  foreignKey: {
    model: () => LucidModel

    /** The property that it points to, the primary key unless said */
    references?: string
    onDelete?: ReferenceAction
    onUpdate?: ReferenceAction
    deferrable?: 'immediate' | 'deferred'

    /** The name of the constraint, when it is not `<table>_<column>_foreign` */
    name?: string
  }

  /** A column of any type of PostgreSQL, for what no other kind says */
  custom: { type: string } & Unread
}

export type FieldKind = keyof OptionsOf

/**
 * A field as it was declared: what its column, rules and forms are made from.
 */
export type FieldDescription<K extends FieldKind = FieldKind> = {
  [P in K]: FieldOptions &
    OptionsOf[P] & {
      kind: P

      /** The property */
      name: string
      columnName: string
    }
}[K]

/**
 * A field as its decorator says it, before names are worked out.
 */
export type DeclaredField<K extends FieldKind = FieldKind> = {
  [P in K]: FieldOptions & OptionsOf[P] & { kind: P }
}[K]
