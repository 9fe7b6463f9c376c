/**
 * What may be asked of the developer's database while a migration is written. It is read, never
 * written. Every answer is null where it cannot be known: there is no such database, or it is in
 * another state than the migrations.
 */
export interface Rows {
  /** The number that a `select count(*)` gives */
  count(sql: string): Promise<number | null>

  /** The first column of at most ten rows, as text */
  examples(sql: string): Promise<string[] | null>

  /** What PostgreSQL says of a value for which a query fails, or null where it does not */
  refusal?(sql: string): Promise<string | null>
}
