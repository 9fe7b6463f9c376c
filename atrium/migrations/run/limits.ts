import type { PostgreConfig } from '@adonisjs/lucid/types/database'

import type { MigrationsConfig } from '../config.ts'

type Limits = Pick<MigrationsConfig, 'lockTimeout' | 'statementTimeout'>
type Connection = { query(sql: string): Promise<unknown> }

/**
 * A connection's settings, such that no statement waits long for a lock: whoever comes after it waits
 * behind it.
 */
export function withLimits(config: PostgreConfig, { lockTimeout, statementTimeout }: Limits) {
  const limit = (connection: Connection, done: (error?: unknown) => void) => {
    connection
      .query(`set lock_timeout = '${lockTimeout}'; set statement_timeout = '${statementTimeout}'`)
      .then(() => done(), done)
  }
  return { ...config, pool: { ...config.pool, afterCreate: limit } } as PostgreConfig
}
