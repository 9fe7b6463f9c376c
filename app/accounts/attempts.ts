import { isIPv6 } from 'node:net'
import env from '#start/env'
import { createHash } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import limiter from '@adonisjs/limiter/services/main'
import { errors, type Limiter } from '@adonisjs/limiter'

/**
 * So many attempts are allowed within a time, counted by a key.
 */
type Limit = { key: string; requests: number; duration: string }

/**
 * Attempts at something that others could use to guess or to flood. They are counted before any
 * work is done for them.
 */
export class Attempts {
  #limits: Limit[]

  constructor(limits: Limit[]) {
    this.#limits = limits
  }

  /**
   * Signing in. One address cannot try many accounts, nor many passwords of one account, and many
   * addresses together cannot try all passwords of one account.
   */
  static atSignIn(ip: string, email: string) {
    return new Attempts([
      { key: `sign-in:${network(ip)}`, requests: 50, duration: '15 minutes' },
      { key: `sign-in:${network(ip)}:${account(email)}`, requests: 10, duration: '15 minutes' },
      { key: `sign-in:${account(email)}`, requests: 100, duration: '1 hour' },
    ])
  }

  /**
   * Opening accounts.
   */
  static atSignUp(ip: string) {
    return new Attempts([{ key: `sign-up:${network(ip)}`, requests: 20, duration: '1 hour' }])
  }

  /**
   * Asking for a mail to an address.
   */
  static atMail(ip: string, email: string) {
    return new Attempts([
      { key: `mail:${network(ip)}`, requests: 20, duration: '1 hour' },
      { key: `mail:${account(email)}`, requests: 5, duration: '1 hour' },
    ])
  }

  /**
   * Proving by the password, when signed in already, that it is still the same person; and setting
   * a new one.
   */
  static atPassword(userId: number) {
    return new Attempts([{ key: `password:${userId}`, requests: 10, duration: '15 minutes' }])
  }

  /**
   * Uploading a picture.
   */
  static atUpload(userId: number) {
    return new Attempts([{ key: `upload:${userId}`, requests: 20, duration: '1 hour' }])
  }

  /**
   * Counts an attempt.
   *
   * @throws E_TOO_MANY_REQUESTS there were too many
   */
  async count() {
    for (const limit of this.#limits) {
      await this.#withLimiter(limit, (store) => store.consume(limit.key))
    }
  }

  /**
   * Takes the attempt back, as it was no guess.
   */
  async forgive() {
    for (const limit of this.#limits) {
      await this.#withLimiter(limit, (store) => store.decrement(limit.key))
    }
  }

  /**
   * Without Redis each process counts for itself: less exact, but nothing is left unguarded.
   */
  async #withLimiter<T>({ requests, duration }: Limit, work: (store: Limiter) => Promise<T>) {
    const factor = env.get('RATE_LIMIT_FACTOR', 1)
    const options = { requests: Math.max(1, Math.round(requests * factor)), duration }

    try {
      return await work(limiter.use(options))
    } catch (error) {
      if (error instanceof errors.E_TOO_MANY_REQUESTS || limiter.config.default !== 'redis') {
        throw error
      }

      logger.warn({ err: error }, 'Redis cannot be reached: this process counts attempts alone')
      return work(limiter.use('memory', options))
    }
  }
}

/**
 * Who is counted as one: an address of IPv4, or a network of IPv6, of which anybody has as many
 * addresses as they like.
 */
function network(ip: string) {
  return isIPv6(ip) && !ip.startsWith('::ffff:') ? `${firstHalf(ip)}/64` : ip
}

function firstHalf(ip: string) {
  const [head, tail] = ip.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = tail ? Array(Math.max(0, 8 - head.length - tail.length)).fill('0') : []
  return [...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(':')
}

/**
 * The same for all ways to write one address, and short however long it is.
 */
function account(email: string) {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
}
