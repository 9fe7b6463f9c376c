/**
 * How a kind of value travels between code, database and JSON. It sees neither null nor
 * `undefined`: those travel as they are, so that the database's own defaults apply.
 */
export type Codec = {
  /** What the field takes, to end the sentence "it takes ..." */
  takes?: string

  /** Whether the field can hold a value, as far as that is known without asking the database */
  accepts?: (value: any) => boolean

  /** From code to the database */
  prepare?: (value: any) => any

  /** From the database to code */
  consume?: (value: any) => any

  /** From code to JSON */
  serialize?: (value: any) => any

  /** Whether two values are the same, where Lucid would not see it */
  same?: (a: any, b: any) => boolean
}

/** For what the driver, the database and JSON already say alike */
export const plain: Codec = {}
