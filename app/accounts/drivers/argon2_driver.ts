import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { HashDriverContract } from '@adonisjs/core/types/hash'
import { PhcFormatter } from '@adonisjs/core/hash/phc_formatter'

import { E_TOO_MANY_PASSWORDS } from '../errors.ts'

/**
 * Costs of one hash, by the names that PHC strings give them.
 */
export type Argon2Costs = {
  /** Memory in KiB */
  m: number

  /** Passes over the memory */
  t: number

  /** Lanes */
  p: number
}

/**
 * Hashes passwords with the argon2id of `node:crypto` and stores them as PHC strings.
 *
 * Every hash takes tens of milliseconds and tens of megabytes, so no more than `maxConcurrent`
 * run at a time; the rest wait their turn and leave threads for other work. When more wait than
 * somebody would wait for, the next is refused at once.
 *
 * Source: RFC 9106; the default costs are those of OWASP ASVS 5, appendix C.
 */
export class Argon2Driver implements HashDriverContract {
  #costs: Argon2Costs
  #formatter = new PhcFormatter<Argon2Costs>()
  #free: number
  #maxWaiting: number
  #waiting: (() => void)[] = []

  constructor(
    costs: Argon2Costs = { m: 47_104, t: 1, p: 1 },
    maxConcurrent: number = 2,
    maxWaiting: number = 100
  ) {
    this.#costs = costs
    this.#free = maxConcurrent
    this.#maxWaiting = maxWaiting
  }

  /**
   * Tells whether `value` is a hash that this driver can verify.
   */
  isValidHash(value: string): boolean {
    return value.startsWith('$argon2id$')
  }

  /**
   * Hashes a password with a fresh salt.
   */
  async make(value: string): Promise<string> {
    const salt = randomBytes(16)
    const hash = await this.#derive(value, salt, this.#costs, 32)

    return this.#formatter.serialize(salt, hash, {
      id: 'argon2id',
      version: 19,
      params: { ...this.#costs },
    })
  }

  /**
   * Compares a password with a stored hash, in constant time.
   */
  async verify(hashedValue: string, plainValue: string): Promise<boolean> {
    if (!this.isValidHash(hashedValue)) {
      return false
    }

    const { salt, hash, params } = this.#formatter.deserialize(hashedValue)
    const derived = await this.#derive(plainValue, salt, params!, hash.length)
    return timingSafeEqual(derived, hash)
  }

  /**
   * Tells whether a stored hash was made with other costs than today's.
   */
  needsReHash(hashedValue: string): boolean {
    if (!this.isValidHash(hashedValue)) {
      return true
    }

    const { params } = this.#formatter.deserialize(hashedValue)
    return (['m', 't', 'p'] as const).some((cost) => Number(params?.[cost]) !== this.#costs[cost])
  }

  async #derive(message: string, nonce: Buffer, costs: Argon2Costs, tagLength: number) {
    await this.#enter()

    try {
      return await new Promise<Buffer>((resolve, reject) => {
        const { m: memory, t: passes, p: parallelism } = costs
        argon2(
          'argon2id',
          {
            message,
            nonce,
            tagLength,
            memory: Number(memory),
            passes: Number(passes),
            parallelism: Number(parallelism),
          },
          (error, tag) => (error ? reject(error) : resolve(tag))
        )
      })
    } finally {
      this.#leave()
    }
  }

  async #enter() {
    if (this.#free > 0) {
      this.#free--
      return
    }
    if (this.#waiting.length >= this.#maxWaiting) {
      throw new E_TOO_MANY_PASSWORDS()
    }

    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #leave() {
    const next = this.#waiting.shift()
    if (next) {
      next()
    } else {
      this.#free++
    }
  }
}
