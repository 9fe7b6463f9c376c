import { Exception } from '@adonisjs/core/exceptions'

/** What `node ace` offers to show an error with. */
type Kernel = { ui: { logger: { logError(message: string): void } } }

/**
 * Something about the database that the reader can set right. Its message is a whole sentence,
 * so it is shown alone, without a stack trace.
 */
export class PostgresError extends Exception {
  /** How `node ace` shows it. */
  render(_error: unknown, kernel: Kernel) {
    kernel.ui.logger.logError(`${this.code}: ${this.message}`)
  }
}

const named = (code: string) =>
  class extends PostgresError {
    static code = code
  }

/** There are no PostgreSQL binaries for this machine. */
export const E_POSTGRES_NOT_AVAILABLE = named('E_POSTGRES_NOT_AVAILABLE')

/** The data folder cannot be used by the user that the server runs as. */
export const E_POSTGRES_UNREADABLE_DATA = named('E_POSTGRES_UNREADABLE_DATA')

/** The data folder was made by another major version. */
export const E_POSTGRES_OTHER_VERSION = named('E_POSTGRES_OTHER_VERSION')

/** The password file is not the one of the data folder beside it. */
export const E_POSTGRES_WRONG_PASSWORD = named('E_POSTGRES_WRONG_PASSWORD')

/** No space is left for the data folder. */
export const E_POSTGRES_DISK_FULL = named('E_POSTGRES_DISK_FULL')

/** The server did not start, for a reason that it wrote into its log. */
export const E_POSTGRES_NOT_STARTED = named('E_POSTGRES_NOT_STARTED')

/** The server named by DATABASE_URL gives no answer, or refuses us. */
export const E_POSTGRES_UNREACHABLE = named('E_POSTGRES_UNREACHABLE')

/** Does the error say that somebody else made the same file or folder first? */
export function isThere(error: unknown) {
  return ['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')
}
