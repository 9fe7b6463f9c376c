import type { DatabaseError } from 'pg'

/**
 * One of several statements was refused by PostgreSQL.
 */
export class FailedStatement extends Error {
  /** @param index which of the statements it is */
  constructor(
    readonly index: number,
    readonly sql: string,
    readonly cause: DatabaseError
  ) {
    super(`${cause.message} (in ${sql})`)
  }

  /** The error's code in PostgreSQL's list, such as 42P01 */
  get code() {
    return this.cause.code
  }

  /** The character of the statement that PostgreSQL points at, from 0 */
  get position() {
    return this.cause.position === undefined ? null : Number(this.cause.position) - 1
  }
}
