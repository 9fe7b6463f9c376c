import type { Edited } from '../run/checksums.ts'

/**
 * Where models, migration files and the connected database are not in step. Each list is empty where
 * they are.
 */
export type Drift = {
  /** What the models say and no file makes: what `migration:generate` would do */
  models: string[]

  /** Files that have not run in the database */
  pending: string[]

  /** Names of files that have run, and are gone */
  missing: string[]

  /** Files that were edited after they ran */
  edited: Edited[]

  /** What the database has become beside its migrations: what somebody did by hand */
  database: string[]
}

/** Whether there is nothing to report. */
export function isInStep(drift: Drift) {
  return Object.values(drift).every((list) => list.length === 0)
}
