import { createError } from '@adonisjs/core/exceptions'

/**
 * PostgreSQL says something in a form that is not known here.
 */
export const E_CLAUSES_NOT_READ = createError<[statement: string, expected: string, found: string]>(
  'In "%s", %s was expected before "%s". Declare this by hand, and name it among the unmanaged ones in config/migrations.ts until then',
  'E_CLAUSES_NOT_READ',
  500
)

/**
 * Files are laid out by Prettier, which a production installation lacks.
 */
export const E_NO_PRETTIER = createError(
  'Prettier, which lays out the files, is not installed. This is work for a development installation: run "npm install" there',
  'E_NO_PRETTIER',
  500
)

/**
 * A table was named that the database does not have.
 */
export const E_TABLE_NOT_FOUND = createError<[table: string, tables: string]>(
  'There is no table "%s" in the schema public of this database. It has: %s',
  'E_TABLE_NOT_FOUND',
  404
)

/**
 * The database that was to be read does not answer.
 */
export const E_DATABASE_NOT_REACHED = createError<[reason: string]>(
  'The database does not answer: %s',
  'E_DATABASE_NOT_REACHED',
  500
)
