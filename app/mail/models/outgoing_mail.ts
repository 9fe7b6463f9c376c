import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Model, expression, field } from '#atrium/model/main'

/**
 * How long a process has to send a mail that it took, before another one may take it.
 */
const LEASE = '5 minutes'

/**
 * A mail that fails this often is given up: after about nine hours.
 */
const MAX_ATTEMPTS = 10

/**
 * A mail that was asked for and is not sent yet: its kind, and what is needed to write it. It
 * is written at the last moment, so that no secret link lies in the table.
 */
export default class OutgoingMail extends Model {
  @field.id()
  declare id: number

  @field.string({ max: 60 })
  declare kind: string

  @field.json()
  declare payload: Record<string, unknown>

  @field.integer({ default: 0 })
  declare attempts: number

  @field.text({ nullable: true })
  declare lastError: string | null

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ default: expression('CURRENT_TIMESTAMP'), index: true })
  declare dueAt: DateTime

  @field.timestamp({ nullable: true })
  declare failedAt: DateTime | null

  /**
   * Takes the mail that is due longest, unless another process has it. One that is not finished
   * within the lease, because the process died, is due again.
   */
  static async take(): Promise<OutgoingMail | null> {
    const { rows } = await db.rawQuery(
      `update outgoing_mails
       set attempts = attempts + 1, due_at = now() + ?::interval
       where id = (
         select id from outgoing_mails
         where due_at <= now() and failed_at is null
         order by due_at, id
         limit 1
         for update skip locked
       )
       returning *`,
      [LEASE]
    )

    return rows.length ? (this.$createFromAdapterResult(rows[0]) as OutgoingMail) : null
  }

  /**
   * Lets a mail that could not be sent wait for its next attempt, each time twice as long as
   * before. Says whether there is one.
   */
  async postpone(error: unknown) {
    const isLast = this.attempts >= MAX_ATTEMPTS
    const seconds = 30 * 2 ** this.attempts

    await db
      .from('outgoing_mails')
      .where('id', this.id)
      .update({
        last_error: String(error).slice(0, 1000),
        due_at: db.raw('now() + make_interval(secs => ?)', [seconds]),
        failed_at: isLast ? db.raw('now()') : null,
      })
    return !isLast
  }
}
