/**
 * How a column gets another type. The way back is a conversion of its own.
 */
export type Conversion = {
  /** False where the values of one type cannot be said in the other at all */
  possible: boolean

  /** What follows `using`, exact for rows that lose nothing; empty where PostgreSQL does it by itself */
  using: string

  /** What may be lost on the way. Absent where nothing can be */
  loses?: Loses

  /** Every row is written anew, under a lock that keeps all others out */
  rewrites: boolean

  /** Indexes of the column are built anew, under the same lock */
  rebuildsIndexes: boolean

  /** The same for another zone than UTC, where a person has to say in which one times on the wall are meant */
  inZone?: (zone: string) => { using: string; usingBack: string }
}

export type Loses = {
  /** What becomes of a value, such as `would be cut to 50 characters` */
  what: string

  /** What takes its place, where `what` does not say it */
  instead?: string

  /** A condition for rows that change or cannot be converted */
  offenders: (quotedColumn: string) => string

  /** Converts all rows */
  lossyUsing: string

  /** Whether a value that is lost becomes null by that, for which a column that must not be empty has no place */
  empties: boolean

  /** Converts only if no row would be lost, and fails otherwise */
  strictUsing: string
}
