/**
 * A piece of SQL where a value could stand: the default of a column, a part of an index.
 */
export class Expression {
  constructor(readonly sql: string) {}
}

/**
 * SQL that the database evaluates. Columns go by their names in the table.
 */
export const expression = (sql: string) => new Expression(sql)
