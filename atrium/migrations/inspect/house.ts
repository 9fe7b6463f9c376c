import { kindOf } from './field_kinds.ts'
import { unquote } from './clauses.ts'
import { keyColumn } from './key_column.ts'
import { nameTables, type NamedTable } from './named_tables.ts'
import { readConstraint } from './read_constraint.ts'
import type { Column, Constraint, EnumType, Schema, Table } from '../schema/types.ts'

/** A foreign key that a field can say */
export type FieldKey = {
  constraint: Constraint
  column: string
  target: NamedTable
  targetColumn: string
}

/**
 * All tables that become models, to look up what one says of another.
 */
export class House {
  /** Those that are to be written */
  readonly models: NamedTable[]

  /** What could not be said, in sentences */
  readonly notes: string[] = []
  #byTable: Map<string, NamedTable>

  constructor(
    readonly schema: Schema,
    tables: Table[],
    known: NamedTable[] = []
  ) {
    this.models = nameTables(
      tables,
      known.map(({ className }) => className)
    )
    this.#byTable = new Map([...known, ...this.models].map((model) => [model.table.name, model]))
  }

  model(table: string) {
    return this.#byTable.get(table)
  }

  /** The type of the database that lists a column's words. */
  enumTypeOf({ type }: Column): EnumType | undefined {
    return this.schema.enums[unquote(type)]
  }

  /** Whether the column is a key that the database counts up. */
  isId({ columns, constraints }: Table, name: string) {
    const column = columns[name]
    return (
      isOnlyKey(constraints, name) &&
      /^(smallint|integer|bigint)$/.test(column.type) &&
      (column.serial || column.identity !== null)
    )
  }

  /** The foreign key that the field of a column says; null where it says none. */
  fieldKey(table: Table, column: string): FieldKey | null {
    const key = keyColumn(table, column)
    const target = key && this.model(key.constraint.foreign!.table)
    if (!key || !target || !this.#isSayable(table, column, key.constraint)) return null

    return { constraint: key.constraint, column, target, targetColumn: key.target }
  }

  /** The type of a column's property, without `| null`. */
  typeOf({ table }: NamedTable, name: string): string {
    const key = this.fieldKey(table, name)
    if (key) return this.typeOf(key.target, key.targetColumn)

    const column = table.columns[name]
    return kindOf(column, { isId: this.isId(table, name), enumType: this.enumTypeOf(column) }).type
  }

  /** A field takes over the type that it points to, and has no word for the rarer clauses. */
  #isSayable(table: Table, name: string, constraint: Constraint) {
    const own = table.columns[name]
    const { table: targetTable, columns } = constraint.foreign!
    const target = this.model(targetTable)!.table.columns[columns[0]]
    const { matchFull, left } = readConstraint(constraint)

    return (
      own.type === target.type &&
      own.collation === target.collation &&
      !target.nullable &&
      own.generated === null &&
      own.words === null &&
      !own.serial &&
      own.identity === null &&
      !(targetTable === table.name && columns[0] === name) &&
      constraint.comment === null &&
      !matchFull &&
      left === ''
    )
  }
}

/** Whether a column is the primary key by itself. */
export function isOnlyKey(constraints: Table['constraints'], column: string) {
  return Object.values(constraints).some(
    ({ kind, columns }) => kind === 'primary' && columns.length === 1 && columns[0] === column
  )
}

/** Whether no two rows have the same value in this column. */
export function isUnique({ constraints }: Table, column: string) {
  return Object.values(constraints).some(
    ({ kind, columns }) =>
      /^(primary|unique)$/.test(kind) && columns.length === 1 && columns[0] === column
  )
}
