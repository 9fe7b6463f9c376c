import type { Change, Rename } from '../compare/changes.ts'

/**
 * A change, with all that was decided about it.
 */
export type Decided = {
  change: Change

  /** SQL for older rows of a column that must not be empty */
  fill?: string

  /** SQL that makes the new value out of the old one; what follows `using` */
  using?: string

  /** The same for the way back, where there is one */
  usingBack?: string

  /** What becomes of rows that hold a word that went: another one, or null */
  mapping?: Record<string, string | null>

  /** What is done with rows that a new rule refuses, before it is made */
  repair?: 'delete' | 'empty'

  /** Stops the migration before anything is changed */
  guards: Guard[]

  /** What is lost for good by going forth */
  losses: Loss[]

  /** What is lost by going back */
  lossesBack: Loss[]

  /** What the reader of the migration should know: locks, rewrites, the order of deployments */
  notes: string[]
}

/**
 * Rows that must not be there. Said in the names from before the migration.
 */
export type Guard = { count: string; message: string }

/**
 * What is lost, and a query that counts the rows that lose it. Said in the names from before the migration.
 */
export type Loss = { what: string; rows: string }

/** Everything that was decided */
export type Decisions = { renames: Rename[]; changes: Decided[]; notes: string[] }
