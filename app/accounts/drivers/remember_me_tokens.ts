import type { Secret } from '@adonisjs/core/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { DbRememberMeTokensProvider } from '@adonisjs/auth/session'

/**
 * How long a browser is remembered at most, in milliseconds, however often it comes.
 */
const ABSOLUTE_AGE = 90 * 24 * 60 * 60_000

/**
 * Keeps the tokens by which browsers are remembered. Each use replaces the token by a new one, which
 * keeps the birthday of the first: after 90 days the password is asked for again.
 */
export class RememberMeTokens<T extends LucidModel> extends DbRememberMeTokensProvider<T> {
  /**
   * The token of a value, if it is good and not too old.
   */
  async verify(value: Secret<string>) {
    const token = await super.verify(value)

    return token && Date.now() - token.createdAt.getTime() < ABSOLUTE_AGE ? token : null
  }

  /**
   * Replaces a token.
   */
  async recycle(user: InstanceType<T>, id: string | number | bigint, expiresIn: string | number) {
    const old = await this.find(user, id)
    const token = await super.recycle(user, id, expiresIn)

    if (old) {
      const db = await this.getDb()
      await db
        .from(this.table)
        .where('id', String(token.identifier))
        .update({ created_at: old.createdAt })
    }
    return token
  }
}
