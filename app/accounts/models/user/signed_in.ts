import type { Model } from '#atrium/model/main'
import db from '@adonisjs/lucid/services/db'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

/**
 * What stays when everything else ends: ids of a session, of the token by which the browser is
 * remembered, and of an API token.
 */
export type Staying = { session?: string; rememberMe?: string; apiToken?: string }

/**
 * A browser in which a user is signed in, as the user recognises it.
 */
export type SessionSummary = {
  id: string
  current: boolean
  userAgent: string | null
  ip: string | null
  createdAt: Date
  lastSeenAt: Date
}

/**
 * Lets users see and end what lets others, or they themselves elsewhere, act for them.
 */
export function SignedIn<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  return class SignedInUser extends superclass {
    declare id: number

    /** Where the user is signed in, the current session first, then the latest used. */
    async sessions(current: string): Promise<SessionSummary[]> {
      const rows = await db
        .from('sessions')
        .where('user_id', this.id)
        .where('expires_at', '>', new Date())
        .orderByRaw('id = ? desc, last_seen_at desc', [current])

      return rows.map((row) => ({
        id: row.id,
        current: row.id === current,
        userAgent: row.user_agent,
        ip: row.ip_address,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
      }))
    }

    /** Signs the user out of one browser. No other than this one remembers them afterwards. */
    async endSession(id: string, staying: Staying) {
      await db.from('sessions').where('user_id', this.id).where('id', id).delete()
      await this.forgetBrowsers(staying)
    }

    /** Signs the user out of all browsers, which then no longer remember them. */
    async signOutElsewhere(staying: Staying = {}) {
      await this.#without('sessions', 'user_id', staying.session)
      await this.forgetBrowsers(staying)
    }

    /** Ends whatever a sign-in has opened: browsers, and tokens of programs. */
    async signOutEverywhere() {
      await this.signOutElsewhere()
      await this.endSignInTokens()
    }

    /** Lets no other browser sign the user in by itself. */
    async forgetBrowsers(staying: Staying = {}) {
      await this.#without('remember_me_tokens', 'tokenable_id', staying.rememberMe)
    }

    /** Ends the tokens that were given in exchange for the password. */
    async endSignInTokens(staying: Staying = {}) {
      await this.#without('api_tokens', 'user_id', staying.apiToken).where('from_sign_in', true)
    }

    /** Ends all API tokens. */
    async endApiTokens(staying: Staying = {}) {
      await this.#without('api_tokens', 'user_id', staying.apiToken)
    }

    #without(table: string, owner: string, staying: string | undefined) {
      const rows = (this.$trx ?? db).from(table).where(owner, this.id)
      return staying === undefined ? rows.delete() : rows.whereNot('id', staying).delete()
    }
  }
}
