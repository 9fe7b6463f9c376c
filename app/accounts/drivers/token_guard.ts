import { errors, symbols } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import type { AuthClientResponse, GuardContract } from '@adonisjs/auth/types'

import type User from '../models/user.ts'
import ApiToken, { ABILITIES } from '../models/api_token.ts'

/**
 * A token is stamped as used at most this often, so that a busy program does not write with every
 * request.
 */
const STAMP_INTERVAL = 60_000

const AUTHORIZATION = /^(?:token|bearer) +(\S+) *$/i

/**
 * Tells who a program acts for by the token in its `Authorization: Token …` or `Bearer …` header.
 * One query answers it.
 */
export class TokenGuard implements GuardContract<User> {
  declare [symbols.GUARD_KNOWN_EVENTS]: {}

  readonly driverName = 'access_tokens'

  authenticationAttempted = false
  isAuthenticated = false
  user?: User

  /** The token that came with the request, once it was found to be good */
  token?: { id: string; value: string; abilities: string[] }

  #ctx: HttpContext

  constructor(ctx: HttpContext) {
    this.#ctx = ctx
  }

  /**
   * The user of the request's token.
   *
   * @throws E_UNAUTHORIZED_ACCESS there is no token, or not one that is good
   */
  getUserOrFail() {
    if (!this.user) {
      throw new errors.E_UNAUTHORIZED_ACCESS('There is no token, or it has expired', {
        guardDriverName: this.driverName,
      })
    }

    return this.user
  }

  /**
   * Finds out who the request is made for.
   *
   * @throws E_UNAUTHORIZED_ACCESS there is no token, or not one that is good
   */
  async authenticate() {
    if (!this.authenticationAttempted) {
      this.authenticationAttempted = true
      await this.#verify()
    }

    return this.getUserOrFail()
  }

  /**
   * Tells whether the request is made for somebody.
   */
  async check() {
    if (!this.authenticationAttempted) {
      this.authenticationAttempted = true
      await this.#verify()
    }

    return this.isAuthenticated
  }

  /**
   * What a test sends to act for a user.
   */
  async authenticateAsClient(user: User): Promise<AuthClientResponse> {
    const token = await ApiToken.issue(user, {
      name: 'Test',
      abilities: ABILITIES,
      fromSignIn: true,
      expiresAt: null,
    })

    return { headers: { authorization: `Token ${token.value!.release()}` } }
  }

  async #verify() {
    const [, value] = AUTHORIZATION.exec(this.#ctx.request.header('authorization', '')!) ?? []
    const token = value ? await ApiToken.verify(value) : null
    if (!token) {
      return
    }

    this.isAuthenticated = true
    this.user = token.user
    this.token = token
    this.#stamp(token)
  }

  /**
   * Nobody waits for the stamp: an answer without it is as good.
   */
  #stamp({ id, lastUsedAt }: { id: string; lastUsedAt: Date | null }) {
    if (lastUsedAt && Date.now() - lastUsedAt.getTime() < STAMP_INTERVAL) {
      return
    }

    ApiToken.stamp(id).catch((error) => this.#ctx.logger.warn(error, 'a token was not stamped'))
  }
}
