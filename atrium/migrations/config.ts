import type { ApplicationService } from '@adonisjs/core/types'

/**
 * How migrations are generated and run.
 */
export type MigrationsConfig = {
  /** Any database of a server where databases may be made to try things in. Empty: the embedded one */
  scratchUrl?: string

  /** Where models are: patterns of files, from the root of the application */
  models: string[]

  /** Tables, views, types and functions (as `f(integer)`) that no model declares and nobody touches */
  unmanaged: string[]

  /** How long a statement waits for others that use the table, as PostgreSQL writes it. Everybody else waits behind it */
  lockTimeout: string

  /** How long a statement may take, as PostgreSQL writes it; `0` for as long as it needs */
  statementTimeout: string

  /** Pauses before a file is tried again that did not get its locks, in ms */
  pauses: number[]
}

const defaults: MigrationsConfig = {
  models: ['app/**/models/**/*.{ts,js}'],
  unmanaged: [],
  lockTimeout: '5s',
  statementTimeout: '30min',
  pauses: [1_000, 2_000, 4_000, 8_000, 16_000],
}

/** The application's configuration, with what it does not say filled in. */
export function configOf(app: ApplicationService): MigrationsConfig {
  return { ...defaults, ...app.config.get<Partial<MigrationsConfig>>('migrations', {}) }
}
