import type { Rename } from '../compare/changes.ts'
import type { Column, Schema, Table } from '../schema/types.ts'

/**
 * A schema from before some renames, asked by the names after them.
 */
export class Former {
  #renames: Rename[]
  #schema: Schema

  constructor(renames: Rename[], schema: Schema) {
    this.#renames = renames
    this.#schema = schema
  }

  /** The name that a table had. */
  nameOfTable(table: string) {
    const rename = this.#renames.find(({ kind, to }) => kind === 'table' && to === table)
    return rename?.from ?? table
  }

  /** The name that a column had. */
  nameOfColumn(table: string, column: string) {
    const rename = this.#renames.find(
      (one) => one.kind === 'column' && one.table === table && one.to === column
    )
    return rename?.from ?? column
  }

  table(table: string): Table | undefined {
    return this.#schema.tables[this.nameOfTable(table)]
  }

  column(table: string, column: string): Column | undefined {
    return this.table(table)?.columns[this.nameOfColumn(table, column)]
  }

  /** Columns that a sequence counts and that, or whose tables, got another name. */
  countedColumns(renames: Rename[]) {
    const tables = new Set(
      renames.flatMap((one) =>
        one.kind === 'table' ? [one.to] : one.kind === 'column' ? [one.table] : []
      )
    )
    return [...tables].flatMap((table) =>
      Object.values(this.table(table)?.columns ?? {})
        .filter(({ identity, serial }) => identity !== null || serial)
        .map(({ name }) => ({
          table,
          column: this.#nameNow(table, name),
          old: { table: this.nameOfTable(table), column: name },
        }))
    )
  }

  #nameNow(table: string, column: string) {
    const rename = this.#renames.find(
      (one) => one.kind === 'column' && one.table === table && one.from === column
    )
    return rename?.to ?? column
  }
}
