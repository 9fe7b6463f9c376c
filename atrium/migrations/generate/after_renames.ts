import type { Schema } from '../schema/types.ts'
import type { Rename } from '../compare/changes.ts'
import { runEach } from '../scratch/run_statements.ts'
import { renameStatements } from '../plan/renames.ts'
import { readSchema, type Queryable } from '../schema/read_schema.ts'

/**
 * What the schema looks like with the new names, as PostgreSQL says it: expressions, indexes and checks
 * follow the columns that they name. The database stays as it is.
 */
export async function afterRenames(
  database: Queryable,
  renames: Rename[],
  from: Schema,
  options: { unmanaged?: string[] }
): Promise<Schema> {
  if (renames.length === 0) return from

  await database.query('begin')
  try {
    await runEach(database, renameStatements(renames, from).up)
    return await readSchema(database, options)
  } finally {
    await database.query('rollback')
  }
}
