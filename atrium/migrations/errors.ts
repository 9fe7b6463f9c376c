import { Exception } from '@adonisjs/core/exceptions'

/** What `node ace` offers to show an error with. */
type Kernel = { ui: { logger: { logError(message: string): void } } }

/**
 * Something about migrations that the reader can set right. Its message is a whole sentence or
 * more, so it is shown alone, without a stack trace.
 */
export class MigrationError extends Exception {
  /** How `node ace` shows it. */
  render(_error: unknown, kernel: Kernel) {
    kernel.ui.logger.logError(`${this.code}: ${this.message}`)
  }
}

const named = (code: string) =>
  class extends MigrationError {
    static code = code
  }

/** Rows stand in the way of a migration. Nothing of it was done. */
export const E_MIGRATION_REFUSED = named('E_MIGRATION_REFUSED')

/** A backfill gives rows a value that leaves them as they were, so it would never end. */
export const E_BACKFILL_STUCK = named('E_BACKFILL_STUCK')

/** A migration would lose data, and nobody said that this is wanted. */
export const E_MIGRATION_LOSES_DATA = named('E_MIGRATION_LOSES_DATA')

/** A file was edited after it had run. */
export const E_MIGRATION_EDITED = named('E_MIGRATION_EDITED')

/** A statement of a migration failed. */
export const E_MIGRATION_FAILED = named('E_MIGRATION_FAILED')

/** The migrations that were generated do not give what the models say: a fault of the generator. */
export const E_MIGRATION_NOT_PROVEN = named('E_MIGRATION_NOT_PROVEN')

/** An answer that fits no question, or not its own. */
export const E_ANSWER_NOT_UNDERSTOOD = named('E_ANSWER_NOT_UNDERSTOOD')

/** Answers to questions that are not asked. */
export const E_UNKNOWN_ANSWER = named('E_UNKNOWN_ANSWER')

/** Two names claim the same new name, or one name is to become two. */
export const E_RENAMED_TWICE = named('E_RENAMED_TWICE')

/** All older rows would get the same value where no two may have the same. */
export const E_FILL_NOT_UNIQUE = named('E_FILL_NOT_UNIQUE')

/** What older rows are filled with leaves some of them empty where that must not be. */
export const E_FILL_EMPTY = named('E_FILL_EMPTY')

/** Views, triggers or functions that nobody declares need what is to go, or to get another type. */
export const E_DEPENDENTS = named('E_DEPENDENTS')

/** A migration cannot have this name. */
export const E_MIGRATION_NAME = named('E_MIGRATION_NAME')

/** There is a file of this name already. */
export const E_MIGRATION_EXISTS = named('E_MIGRATION_EXISTS')

/** The models cannot be imported. */
export const E_MODELS_NOT_READ = named('E_MODELS_NOT_READ')

/** The server for scratch databases cannot be used. */
export const E_SCRATCH_NOT_AVAILABLE = named('E_SCRATCH_NOT_AVAILABLE')

/** Only some of the migrations that a squashed one replaces have run. */
export const E_MIGRATION_PARTLY_REPLACED = named('E_MIGRATION_PARTLY_REPLACED')

/** Migrations cannot be squashed as they are. */
export const E_SQUASH_REFUSED = named('E_SQUASH_REFUSED')

/** Migrations do what cannot be seen in what they leave, and nobody said that it may go. */
export const E_SQUASH_LOSES_STEPS = named('E_SQUASH_LOSES_STEPS')

/** The squashed migration does not make what the ones before it make: a fault of squashing. */
export const E_SQUASH_NOT_PROVEN = named('E_SQUASH_NOT_PROVEN')

/** A migration that is to be recorded as applied is not there, or was applied before. */
export const E_MIGRATION_NOT_PENDING = named('E_MIGRATION_NOT_PENDING')
