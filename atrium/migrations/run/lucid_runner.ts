import { MigrationRunner } from '@adonisjs/lucid/migration'
import type { FileNode, QueryClientContract } from '@adonisjs/lucid/types/database'

/**
 * What of Lucid's runner has to be known to do something before and after each file, although its types
 * keep it private.
 */
type Steps = {
  client: QueryClientContract

  /** Takes the lock and makes the tables that it keeps its books in */
  boot(): Promise<void>

  /** Runs all files that are pending */
  runUp(): Promise<void>

  /** The names of the files that have run */
  getMigratedFiles(): Promise<Set<string>>
  migrationSource: { getMigrations(): Promise<FileNode<unknown>[]> }
  executeMigration(file: FileNode<unknown>): Promise<void>

  /** Writes down that a file has run, in its transaction if it has one */
  recordMigrated(client: QueryClientContract, name: string, queries: unknown): Promise<void>
  recordRollback(client: QueryClientContract, name: string, queries: unknown): Promise<void>
}

type Declared = Pick<MigrationRunner, keyof MigrationRunner>

/**
 * Lucid's runner, open to be extended.
 */
export const LucidRunner = MigrationRunner as unknown as new (
  ...args: ConstructorParameters<typeof MigrationRunner>
) => Declared & Steps
