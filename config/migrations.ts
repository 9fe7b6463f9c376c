import env from '#start/env'
import type { MigrationsConfig } from '#atrium/migrations/main'

/**
 * Migrations are tried in databases made for that: on a server of their own, or else on the embedded
 * one. When they run they wait for locks a few seconds at a time, so that visitors do not queue up
 * behind them.
 */
const migrationsConfig: Partial<MigrationsConfig> = {
  models: [
    'app/**/models/**/*.{ts,js}',
    'atrium/resource/models/**/*.{ts,js}',
    'atrium/interfaces/*/models/**/*.{ts,js}',
  ],
  scratchUrl: env.get('MIGRATION_SCRATCH_URL'),
  lockTimeout: '5s',
  statementTimeout: '30min',
}

export default migrationsConfig
