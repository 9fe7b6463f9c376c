import { createError } from '@adonisjs/core/exceptions'

/**
 * There is no server on which databases could be made for a moment.
 */
export const E_NO_SCRATCH_DATABASE = createError<[reason: string]>(
  'No database could be made to try things in: %s. Set MIGRATION_SCRATCH_URL to a server where its user may create databases, or leave it empty to use the embedded one',
  'E_NO_SCRATCH_DATABASE',
  500
)

/**
 * A migration file could not be run on an empty database that all files before it have run on.
 */
export const E_MIGRATION_FAILED = createError<[file: string, reason: string]>(
  '%s fails on a database on which all files before it have run: %s',
  'E_MIGRATION_FAILED',
  500
)
