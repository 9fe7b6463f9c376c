import db from '@adonisjs/lucid/services/db'

/** What migrations put there: without roles nobody may do anything */
const KEPT = ['adonis_schema', 'adonis_schema_versions', 'roles', 'role_grants']

/**
 * For tests whose rows are really committed: empties the tables when a test is over, but for what every
 * database has from the beginning.
 */
export function emptyTables() {
  return async () => {
    const all = await db.connection().getAllTables(['public'])
    const tables = all.filter((table) => !KEPT.includes(table))
    await db.rawQuery(`truncate ${tables.map((table) => `"${table}"`).join(', ')}`)
  }
}
