import { tableOf, type Operation, type OperationKind, type OperationOf } from './operations.ts'

export type KnownColumn = { type: string; nullable: boolean; default: string | null }
export type KnownConstraint = Pick<
  OperationOf<'addConstraint'>,
  'type' | 'columns' | 'notNull' | 'references' | 'notValid'
>
type KnownTable = {
  columns: Map<string, KnownColumn>
  constraints: Map<string, KnownConstraint>
}

type Effects = { [K in OperationKind]?: (known: KnownSchema, operation: OperationOf<K>) => void }

/**
 * What the statements so far have made, as far as they say it: no database is asked, so that a
 * migration is judged by what was there before it and not by what is there now.
 */
export class KnownSchema {
  readonly tables = new Map<string, KnownTable>()
  readonly indexes = new Map<string, string>()
  #references = new Map<string, string>()

  column(table: string, column: string) {
    return this.tables.get(table)?.columns.get(column)
  }

  constraint(table: string, constraint: string) {
    return this.tables.get(table)?.constraints.get(constraint)
  }

  /** Whether a checked constraint already says that no row is null in this column. */
  isProvenNotNull(table: string, column: string) {
    const constraints = this.tables.get(table)?.constraints.values() ?? []
    return [...constraints].some(({ notNull, notValid }) => notNull === column && !notValid)
  }

  /** The table that a column's foreign key points to, or did before it was dropped. */
  referredBy(table: string, columns: string[]) {
    return this.#references.get(`${table}(${columns})`)
  }

  /** Takes in that a column points to a table. */
  refer(table: string, columns: string[], to: string) {
    this.#references.set(`${table}(${columns})`, to)
  }

  /** Indexes of a table. */
  indexesOf(table: string) {
    return [...this.indexes].filter(([, of]) => of === table).map(([index]) => index)
  }

  /** Takes in what an operation makes of it. */
  apply(operation: Operation) {
    const effect = effects[operation.kind] as
      ((known: this, operation: Operation) => void) | undefined
    const table = tableOf(operation)
    if (table && !this.tables.has(table)) {
      this.tables.set(table, { columns: new Map(), constraints: new Map() })
    }
    effect?.(this, operation)
  }
}

const change = (known: KnownSchema, table: string, column: string, to: Partial<KnownColumn>) => {
  const before = known.column(table, column)
  if (before) known.tables.get(table)!.columns.set(column, { ...before, ...to })
}

const effects: Effects = {
  dropTable: (known, { table }) => void known.tables.delete(table),
  renameTable: (known, { table, to }) => {
    known.tables.set(to, known.tables.get(table)!)
    known.tables.delete(table)
    for (const index of known.indexesOf(table)) known.indexes.set(index, to)
  },
  addColumn: (known, { table, column, type, nullable, default: value }) =>
    void known.tables
      .get(table)!
      .columns.set(column, { type, nullable, default: value?.text ?? null }),
  dropColumn: (known, { table, column }) => void known.tables.get(table)!.columns.delete(column),
  renameColumn: (known, { table, column, to }) => {
    const { columns } = known.tables.get(table)!
    const before = columns.get(column)
    columns.delete(column)
    if (before) columns.set(to, before)
  },
  changeType: (known, { table, column, type }) => change(known, table, column, { type }),
  setNotNull: (known, { table, column }) => change(known, table, column, { nullable: false }),
  dropNotNull: (known, { table, column }) => change(known, table, column, { nullable: true }),
  setDefault: (known, { table, column, value }) => change(known, table, column, { default: value }),
  addConstraint: (known, { table, constraint, type, columns, notNull, references, notValid }) => {
    const { constraints } = known.tables.get(table)!
    constraints.set(constraint, { type, columns, notNull, references, notValid })
    if (references) known.refer(table, columns, references)
  },
  dropConstraint: (known, { table, constraint }) =>
    void known.tables.get(table)!.constraints.delete(constraint),
  validateConstraint: (known, { table, constraint }) => {
    const before = known.constraint(table, constraint)
    if (before) known.tables.get(table)!.constraints.set(constraint, { ...before, notValid: false })
  },
  renameConstraint: (known, { table, constraint, to }) => {
    const { constraints } = known.tables.get(table)!
    const before = constraints.get(constraint)
    constraints.delete(constraint)
    if (before) constraints.set(to, before)
  },
  createIndex: (known, { index, table }) => void known.indexes.set(index, table),
  dropIndex: (known, { index }) => void known.indexes.delete(index),
}
