import type { Statement } from '../plan/steps.ts'
import type { WrittenMigration } from './written_migration.ts'
import type { KnownSchema } from './known_schema.ts'
import type { Operation, OperationKind, OperationOf } from './operations.ts'

/**
 * One file of the safe way.
 *
 * - when: what has to happen before it, where that is more than the file before it
 * - losses: what the file says that it destroys, as in `static losses`
 */
export type SafeFile = {
  transactional: boolean
  up: Statement[]
  when?: string
  losses?: string[]
}

/** The same thing, so that nobody has to wait and nothing is lost. */
export type SafeWay = {
  /** What no SQL can say */
  say?: string
  files: SafeFile[]
}

/** What a rule may know about a migration. */
export type Context = {
  migration: WrittenMigration

  /** What was there before this operation */
  known: KnownSchema

  /** All that this file does, and its place in that */
  operations: Operation[]
  index: number

  /** Whether this migration, or the set that it belongs to, makes the table itself */
  isNew(table: string | null): boolean
}

/**
 * What is looked for in what migrations do.
 *
 * - on: the operations that it looks at
 * - found: the names that are at fault (`articles.title`), or true where the operation says it all
 * - newTables: also on tables that the same migration makes, where otherwise nobody has to wait
 * - generated: how it is taken in a migration that was generated, where the models or a person at
 *   the generator have said that it is wanted
 * - covers: what other linters call it
 */
export type Rule<K extends OperationKind = OperationKind> = {
  code: string
  title: string
  why: string
  on: readonly K[]
  covers?: string[]
  severity?: Severity
  newTables?: boolean
  generated?: 'notice' | 'allowed'
  found(operation: OperationOf<K>, context: Context): boolean
  safeWay(operation: OperationOf<K>, context: Context): SafeWay
}

/** What is looked for in a file as a whole. `found`: what is wrong with it, if anything. */
export type FileRule = {
  code: string
  title: string
  why: string
  covers?: string[]
  severity?: Severity
  found(migration: WrittenMigration, operations: Operation[], context: Context): string | null
  safeWay(migration: WrittenMigration): SafeWay
}

/** An error makes `migration:lint` exit with 1; a notice is for people to know. */
export type Severity = 'error' | 'notice'

export type Finding = {
  code: string
  severity: Severity
  title: string
  why: string

  /** The file, from the root of the project */
  file: string

  /** What it is about: `articles.title`, `articles_title_index` */
  subject: string

  /** The statement, shortened; empty when the file itself is meant */
  statement: string
  safeWay: SafeWay
}

/** Lets a table of rules of several kinds of operations be one list. */
export function rule<const K extends OperationKind>(described: Rule<K>): Rule {
  return described as unknown as Rule
}
