/**
 * Chance that can be repeated: the same seed gives the same requests.
 */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A number from 0 up to, not including, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  one<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() * things.length)]
  }

  happens(probability: number) {
    return this.next() < probability
  }
}
