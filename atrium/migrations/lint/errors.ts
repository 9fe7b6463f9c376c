import { MigrationError } from '../errors.ts'

const named = (code: string) =>
  class extends MigrationError {
    static code = code
  }

/** PostgreSQL's parser is not installed. */
export const E_SQL_PARSER_MISSING = named('E_SQL_PARSER_MISSING')

/** PostgreSQL would not understand this SQL. */
export const E_SQL_NOT_UNDERSTOOD = named('E_SQL_NOT_UNDERSTOOD')

/** No migration is called like this. */
export const E_UNKNOWN_MIGRATION = named('E_UNKNOWN_MIGRATION')

/** What a migration does cannot be told without running it. */
export const E_MIGRATION_NOT_READABLE = named('E_MIGRATION_NOT_READABLE')
