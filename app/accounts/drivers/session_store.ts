import { isIP } from 'node:net'
import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { MessageBuilder } from '@adonisjs/core/helpers'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/**
 * A session ends after two weeks without a request, and after 90 days in any case.
 */
const IDLE_AGE = 14 * DAY
const ABSOLUTE_AGE = 90 * DAY

/**
 * One write in so many sweeps out what has ended.
 */
const SWEEP_ODDS = 100

/**
 * Keeps sessions in the database, with what their owner needs to recognise them: address, browser,
 * beginning and last use. The table knows only a digest of each id, so that reading it signs
 * nobody in. A session that is only used is written at most once a minute.
 *
 * Made anew for each request.
 */
export class SessionStore implements SessionStoreContract {
  #ctx: HttpContext
  #found: { digest: string; createdAt: Date; lastSeenAt: Date } | null = null
  #messages = new MessageBuilder()

  constructor(ctx: HttpContext) {
    this.#ctx = ctx
  }

  /**
   * What the table calls a session.
   */
  static digest(sessionId: string) {
    return createHash('sha256').update(sessionId).digest('hex')
  }

  /**
   * What the session holds, or null when there is none or it has ended.
   */
  async read(sessionId: string): Promise<SessionData | null> {
    const digest = SessionStore.digest(sessionId)
    const row = await db
      .from('sessions')
      .where('id', digest)
      .where('expires_at', '>', new Date())
      .select('data', 'created_at', 'last_seen_at')
      .first()

    if (!row) {
      return null
    }

    this.#found = { digest, createdAt: row.created_at, lastSeenAt: row.last_seen_at }
    return this.#messages.verify<SessionData>(row.data, digest)
  }

  /**
   * Keeps what the session holds. One that was ended while the request ran stays ended.
   */
  async write(sessionId: string, values: SessionData) {
    const digest = SessionStore.digest(sessionId)
    const now = new Date()
    const isKnown = this.#found?.digest === digest
    const row = {
      data: this.#messages.build(values, undefined, digest),
      user_id: values.auth_web ?? null,
      ip_address: this.#address(),
      user_agent: this.#ctx.request.header('user-agent')?.slice(0, 500) ?? null,
      last_seen_at: now,
      expires_at: this.#expiryAfter(isKnown ? this.#found!.createdAt : now, now),
    }

    if (isKnown) {
      await db.from('sessions').where('id', digest).update(row)
      return
    }

    await db
      .table('sessions')
      .insert({ id: digest, ...row, created_at: now })
      .onConflict('id')
      .ignore()
    await this.#sweepNowAndThen()
  }

  /**
   * Ends a session.
   */
  async destroy(sessionId: string) {
    await db.from('sessions').where('id', SessionStore.digest(sessionId)).delete()
  }

  /**
   * Notes that the session is in use, unless that was noted within the last minute.
   */
  async touch(sessionId: string) {
    const digest = SessionStore.digest(sessionId)
    const now = new Date()
    if (this.#found?.digest !== digest || this.#wasSeenRecently(now)) {
      return
    }

    await db
      .from('sessions')
      .where('id', digest)
      .update({
        ip_address: this.#address(),
        last_seen_at: now,
        expires_at: this.#expiryAfter(this.#found.createdAt, now),
      })
  }

  #address() {
    const address = this.#ctx.request.ip()
    return isIP(address) ? address : null
  }

  #expiryAfter(createdAt: Date, now: Date) {
    return new Date(Math.min(now.getTime() + IDLE_AGE, createdAt.getTime() + ABSOLUTE_AGE))
  }

  #wasSeenRecently(now: Date) {
    return now.getTime() - this.#found!.lastSeenAt.getTime() < MINUTE
  }

  async #sweepNowAndThen() {
    if (Math.random() * SWEEP_ODDS < 1) {
      await db.from('sessions').where('expires_at', '<=', new Date()).delete()
    }
  }
}
