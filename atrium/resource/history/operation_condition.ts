import { type Sql, identifier, sql } from '#atrium/model/main'

/** Entries of one operation, in the words of the index that finds them. */
export function isOfOperation(alias: string, id: string): Sql {
  const told = identifier(alias, 'operation')
  return sql`(${told} \\? 'id' and ${told} ->> 'id' = ${id})`
}
