import db from '@adonisjs/lucid/services/db'

import type { Sql } from './sql.ts'

const names = new Map<string, string>()

/**
 * Reads the one JSON text that a statement answers with; null when it answers with none. The
 * query goes the way of every other one: its pool, the transaction around it, its errors.
 *
 * A `prepared` statement has a name, which Lucid never gives: PostgreSQL then plans it once for
 * each connection and not for each request, and planning these takes longer than running them.
 * Only statements of which there are few kinds may be prepared, because PostgreSQL keeps them all.
 */
export async function readJson(statement: Sql, { prepared = true } = {}): Promise<string | null> {
  const query = db.rawQuery(statement.text, [...statement.bindings])
  if (prepared) {
    query.knexQuery.options({ name: nameOf(statement.text) })
  }

  const { rows } = await query
  return rows[0]?.json ?? null
}

function nameOf(text: string) {
  const name = names.get(text) ?? `read_${names.size + 1}`
  names.set(text, name)
  return name
}
