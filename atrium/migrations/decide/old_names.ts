import type { Rename } from '../compare/changes.ts'

/**
 * What things were called before the renames: rows are counted in a database that still says so.
 */
export class OldNames {
  #renames: Rename[]

  constructor(renames: Rename[]) {
    this.#renames = renames
  }

  table(name: string) {
    const isIt = (rename: Rename) => rename.kind === 'table' && rename.to === name
    return this.#renames.find(isIt)?.from ?? name
  }

  column(table: string, name: string) {
    const isIt = (rename: Rename) =>
      rename.kind === 'column' && rename.table === table && rename.to === name
    return this.#renames.find(isIt)?.from ?? name
  }

  /** `articles.title`, as it was. */
  of(table: string, column: string) {
    return `${this.table(table)}.${this.column(table, column)}`
  }
}
