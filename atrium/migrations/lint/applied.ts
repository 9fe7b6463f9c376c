import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/**
 * The names of the migrations that have run in a database, oldest first; none where none ever ran.
 * It is only read.
 */
export async function appliedIn(client: QueryClientContract): Promise<string[]> {
  const { rows } = await client.rawQuery(`select to_regclass('adonis_schema') is not null as there`)
  if (!rows[0].there) return []

  const applied = await client.query().from('adonis_schema').select('name').orderBy('id')
  return applied.map(({ name }) => name)
}
