import type { DateTime } from 'luxon'
import { Model, expression, field, index } from '#atrium/model/main'

/**
 * Work on many rows, done in parts: a bulk edit, a bulk deletion, an action on a selection, an import or
 * the undoing of one of them. Whoever works on it says so again and again, so that another process goes
 * on with what a crash left.
 */
export default class Run extends Model {
  static table = 'runs'

  @field.uuid({ primary: true })
  declare id: string

  @field.string({ max: 63 })
  declare resource: string

  /** What is done: `update`, `delete`, `restore`, `import`, `undo` or an action */
  @field.string({ max: 63 })
  declare action: string

  /** On whose behalf: the user's key as text */
  @field.text({ index: true })
  declare actor: string

  /** Through what, for the history */
  @field.string({ max: 30 })
  declare interface: string

  @field.text({ nullable: true })
  declare reason: string | null

  /** What it works on and with: a selection's query, the changes, the rows of a file */
  @field.json({})
  declare task: Record<string, unknown>

  @field.enum(['waiting', 'running', 'done', 'failed', 'cancelled'], { default: 'waiting' })
  declare state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

  /** How many rows it is to work on, as counted at its start */
  @field.bigint()
  declare total: bigint

  @field.bigint({ default: 0n })
  declare succeeded: bigint

  @field.bigint({ default: 0n })
  declare skipped: bigint

  @field.bigint({ default: 0n })
  declare refused: bigint

  /** Where to go on: the key after which nothing was done yet */
  @field.json({ nullable: true })
  declare position: unknown

  /** Why it failed as a whole */
  @field.text({ nullable: true })
  declare problem: string | null

  @field.timestamp({ default: expression('CURRENT_TIMESTAMP') })
  declare createdAt: DateTime

  /** When somebody last worked on it */
  @field.timestamp({ nullable: true })
  declare heartbeatAt: DateTime | null

  @field.timestamp({ nullable: true })
  declare endedAt: DateTime | null

  @field.boolean({ default: false })
  declare isCancelRequested: boolean

  static indexes = [
    index<Run>(['createdAt'], {
      name: 'runs_open_index',
      where: `state in ('waiting', 'running')`,
    }),
  ]
}
