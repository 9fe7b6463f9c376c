import db from '@adonisjs/lucid/services/db'

import { type Sql, statementName } from '#atrium/model/main'

/**
 * Runs a statement and gives its rows. It goes the way of every other query: its pool, the
 * transaction around it, its errors.
 *
 * A `prepared` statement has a name, which Lucid never gives: PostgreSQL then plans it once for
 * each connection and not for each request, and planning often takes longer than running. Only
 * statements of which there are few kinds may be prepared, because PostgreSQL keeps them all; and
 * they name their columns, because a plan for `*` breaks when a migration adds one.
 */
export async function run(statement: Sql, { prepared = true } = {}): Promise<any[]> {
  const query = db.rawQuery(statement.text, [...statement.bindings])
  if (prepared) {
    query.knexQuery.options({ name: statementName(statement.text) })
  }

  const { rows } = await query
  return rows
}
