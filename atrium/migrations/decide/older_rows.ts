import { quote } from '../schema/names.ts'
import { defaultOf } from '../schema/ddl.ts'
import type { Situation } from './deciding.ts'
import { isForeseeable } from './foresight.ts'
import type { OldNames } from './old_names.ts'
import type { Column } from '../schema/types.ts'

/**
 * Rows as they will be after a migration, asked of a database from before it. New columns are there
 * with the values that they get, and converted ones with what they are converted to.
 */
export class OlderRows {
  #situation: Situation
  #names: OldNames

  /** What older rows hold in a column from now on, where that was decided, by `table.column` */
  #values = new Map<string, string>()

  constructor(situation: Situation, names: OldNames) {
    this.#situation = situation
    this.#names = names
  }

  /** Remembers what older rows hold from now on. */
  decided(table: string, column: string, value: string) {
    this.#values.set(`${table}.${column}`, value)
  }

  /** An expression for what older rows hold in a column, as far as that was decided. */
  valueOf(table: string, column: string) {
    const value = this.#values.get(`${table}.${column}`)
    return value === undefined ? quote(column) : `(${value})`
  }

  /** Whether it was decided what older rows hold in a column. */
  knows(table: string, column: string) {
    return this.#values.has(`${table}.${column}`)
  }

  /** Whether the table was there before. */
  has(table: string) {
    return Object.hasOwn(this.#situation.from.tables, table)
  }

  /** Whether a column was there before, and so may hold anything. */
  hasColumn(table: string, column: string) {
    return this.has(table) && Object.hasOwn(this.#situation.from.tables[table].columns, column)
  }

  /**
   * What follows `from` in a query for these columns.
   *
   * @param alias what the rows are called in the query: the table's name of now unless said
   * @returns null where no query can tell: nobody knows how the rows will be counted
   */
  of(table: string, columns: string[], alias = table): string | null {
    const values = columns.map((column) => this.#valueOf(table, column))
    if (values.includes(null)) return null
    if (values.every((value) => value === undefined)) return this.#renamed(table, columns, alias)

    const all = Object.keys(this.#situation.from.tables[table].columns)
    const list = columns.map((column, index) =>
      values[index] === undefined ? quote(column) : `(${values[index]}) as ${quote(column)}`
    )
    return `(select ${list.join(', ')} from ${this.#renamed(table, all, table)}) as ${quote(alias)}`
  }

  /** An expression, undefined for what is there as it is, and null where it cannot be known. */
  #valueOf(table: string, name: string) {
    const value = this.#expressionOf(table, name)
    const canBeAsked = !value || isForeseeable(value, table, this.#situation, [name])
    return canBeAsked ? value : null
  }

  #expressionOf(table: string, name: string) {
    const decided = this.#values.get(`${table}.${name}`)
    if (decided !== undefined) return decided

    const before = this.#situation.from.tables[table].columns[name]
    const now: Column | undefined = this.#situation.to.tables[table]?.columns[name]
    if (before)
      return now?.generated && before.generated !== now.generated ? now.generated : undefined
    if (!now || now.serial || now.identity) return null

    return now.generated ?? defaultOf(now) ?? `null::${now.type}`
  }

  #renamed(table: string, columns: string[], alias: string) {
    const old = quote(this.#names.table(table))
    const list = columns.map((column) => [this.#names.column(table, column), column])
    if (list.some(([before, now]) => before !== now)) {
      const named = list.map(([before, now]) =>
        before === now ? quote(now) : `${quote(before)} as ${quote(now)}`
      )
      return `(select ${named.join(', ')} from ${old}) as ${quote(alias)}`
    }
    return old === quote(alias) ? old : `${old} as ${quote(alias)}`
  }
}
