import type { Node } from 'libpg-query'

import type { SqlStatement } from './sql_statement.ts'

/** The value that a new column gets in older rows */
export type DefaultValue = { text: string; node: Node }

/**
 * What statements do, one thing at a time: `alter table` with three parts is three of these.
 */
type Operations = {
  createTable: { table: string; ifNotExists: boolean }
  dropTable: { table: string; ifExists: boolean; cascade: boolean }
  renameTable: { table: string; to: string }
  addColumn: {
    table: string
    column: string
    type: string
    nullable: boolean
    default: DefaultValue | null

    /** What counts it, if it is counted */
    counted: 'serial' | 'identity' | null
    generated: string | null
    ifNotExists: boolean
  }
  dropColumn: { table: string; column: string; ifExists: boolean; cascade: boolean }
  renameColumn: { table: string; column: string; to: string }

  /** `using` is SQL that makes the new value */
  changeType: { table: string; column: string; type: string; using: string | null }
  setNotNull: { table: string; column: string }
  dropNotNull: { table: string; column: string }
  setDefault: { table: string; column: string; value: string | null }
  addIdentity: { table: string; column: string }
  addConstraint: {
    table: string
    constraint: string

    /** Whether the statement says the name; else it is the one that PostgreSQL would give */
    named: boolean
    type: 'check' | 'foreign' | 'unique' | 'primary' | 'exclude'
    columns: string[]

    /** What follows the name, without `not valid` */
    definition: string
    notValid: boolean
    usingIndex: boolean

    /** Of `check` only: the column that it keeps from being null, where it does just that */
    notNull: string | null
    references: string | null

    /** Said together with a new column: PostgreSQL need not look at older rows without a default */
    withColumn: 'empty' | 'filled' | null
  }
  dropConstraint: { table: string; constraint: string; ifExists: boolean; cascade: boolean }
  validateConstraint: { table: string; constraint: string }
  renameConstraint: { table: string; constraint: string; to: string }
  createIndex: {
    index: string
    table: string
    unique: boolean
    concurrently: boolean
    ifNotExists: boolean

    /** Columns and expressions, without those that are only included */
    keys: string[]
  }
  dropIndex: { index: string; concurrently: boolean; ifExists: boolean; cascade: boolean }
  reindex: { what: string; concurrently: boolean }
  detachPartition: { table: string; partition: string; concurrently: boolean }
  addEnumValue: { type: string; value: string; placed: boolean; ifNotExists: boolean }
  renameEnumValue: { type: string; value: string; to: string }

  /** Schemas and types; names inside of tables have operations of their own */
  renameObject: { object: string; name: string; to: string }
  createObject: { object: string; name: string; repeatable: boolean }
  dropObject: { object: string; name: string; ifExists: boolean; cascade: boolean }
  constrainDomain: { domain: string; definition: string }

  /** `batched`: a backfill that commits now and then. `repeatable`: running it twice is running it once */
  write: {
    table: string
    verb: string
    batched: boolean
    repeatable: boolean
    where: string | null

    /** What an update of one table alone sets; null for all else */
    sets: { column: string; value: string }[] | null
  }
  truncate: { table: string; cascade: boolean }

  /** The whole table is written anew, or locked by hand */
  rewrite: { table: string; how: string }
  transaction: { verb: string }

  /** Anything that no rule is about */
  other: { repeatable: boolean }
}

export type OperationKind = keyof Operations
export type OperationOf<K extends OperationKind> = K extends OperationKind
  ? { kind: K; statement: SqlStatement } & Operations[K]
  : never
export type Operation = OperationOf<OperationKind>

/** An operation as the readers give it, before it knows its statement */
export type Read = OperationKind extends infer K
  ? K extends OperationKind
    ? { kind: K } & Operations[K]
    : never
  : never

/** The table that an operation is about, if it is about one. */
export function tableOf(operation: Operation) {
  return 'table' in operation ? operation.table : null
}
