import { joined, sql, type Sql } from '#atrium/model/main'

/**
 * A piece of SQL that says of a row yes, no or, where a value is missing, nothing. Such rows do not meet
 * it, and do meet its opposite.
 */
export class Condition {
  static readonly ALWAYS = new Condition(sql`true`, true)
  static readonly NEVER = new Condition(sql`false`, true)

  /**
   * @param isCertain it says yes or no of every row
   */
  constructor(
    readonly text: Sql,
    readonly isCertain = false
  ) {}

  /** Holds where all of them hold. */
  static every(conditions: Condition[]) {
    return Condition.#joined(conditions, ' and ', Condition.ALWAYS)
  }

  /** Holds where one of them holds. */
  static some(conditions: Condition[]) {
    return Condition.#joined(conditions, ' or ', Condition.NEVER)
  }

  static #joined(conditions: Condition[], separator: string, ofNone: Condition) {
    if (conditions.length < 2) return conditions[0] ?? ofNone

    const pieces = conditions.map(({ text }) => text)
    return new Condition(
      sql`(${joined(pieces, separator)})`,
      conditions.every(({ isCertain }) => isCertain)
    )
  }

  /** Holds where this one does not. */
  not() {
    // PostgreSQL makes anti-joins and index scans of `not`, and neither of `is not true`
    return new Condition(
      this.isCertain ? sql`not (${this.text})` : sql`(${this.text}) is not true`,
      true
    )
  }
}
