import { BaseSchema } from '@adonisjs/lucid/schema'

import type { Guard, Loss } from '../decide/decisions.ts'

/**
 * One thing that a migration does. Code cannot be told before it runs. `mark`: what a guard or a
 * backfill is, beyond its SQL.
 */
export type Piece = { sql: string; mark: 'guard' | 'backfill' | null } | { code: string }

/**
 * A migration as it stands in its file, with what it would do. The file has not run for that.
 */
export type WrittenMigration = {
  /** As Lucid knows it: `database/migrations/1764000000001_create_accounts_tables` */
  name: string
  path: string

  /** The text of the file */
  source: string
  transactional: boolean

  /** Written by `migration:generate`: what it destroys or renames was asked or announced before */
  generated: boolean
  hasDown: boolean
  guards: Guard[]
  losses: Loss[]
  up: Piece[]
}

/** What Lucid keeps of a migration's calls */
type Tracked = { toQuery?: () => string } & object

/** The marks that `Migration` leaves in the SQL of a dry run. */
const MARKS = { guard: '/* must be 0 */', backfill: '/* in batches of ' } as const

/** What an instance of a migration would do, after `up` or `down` was called in a dry run. */
export function piecesOf(schema: BaseSchema): Piece[] {
  const { trackedCalls } = schema as unknown as { trackedCalls: Tracked[] }
  return trackedCalls.map((call) =>
    call.toQuery ? pieceOf(call.toQuery()) : { code: String(call) }
  )
}

/** Whether a class says how to go back. */
export function saysDown(schemaClass: typeof BaseSchema) {
  return schemaClass.prototype.down !== BaseSchema.prototype.down
}

/** The last part of a migration's name. */
export function shortName(name: string) {
  return name.split('/').at(-1)!
}

function pieceOf(sql: string): Piece {
  const mark = (['guard', 'backfill'] as const).find((word) => sql.includes(MARKS[word]))
  return { sql, mark: mark ?? null }
}
