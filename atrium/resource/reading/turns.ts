import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** Of the connections of a process, one in so many is for long readings */
const SHARE = 3

const turnsOfPools = new WeakMap<object, Turns>()

/** The turns of those who read through the same connections. */
export function turnsFor(client: QueryClientContract): Turns {
  const { pool } = client.getWriteClient().client
  const turns = turnsOfPools.get(pool) ?? new Turns(Math.max(1, Math.floor(pool.max / SHARE)))
  turnsOfPools.set(pool, turns)
  return turns
}

/**
 * Lets a few go on at once. The others wait in line.
 */
export class Turns {
  readonly #waiting = new Set<() => void>()
  #free: number

  /** @param count how many go on at once */
  constructor(count: number) {
    this.#free = count
  }

  /** Whether somebody waits. */
  get areWanted() {
    return this.#waiting.size > 0
  }

  /** Waits for a turn. False when the signal came first. */
  async take(signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted) return false
    if (this.#free > 0) {
      this.#free--
      return true
    }

    const { promise, resolve } = Promise.withResolvers<boolean>()
    const onTurn = () => resolve(true)
    const onAbort = () => this.#waiting.delete(onTurn) && resolve(false)
    this.#waiting.add(onTurn)
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      return await promise
    } finally {
      signal?.removeEventListener('abort', onAbort)
    }
  }

  /** Ends a turn: the next one's begins. */
  give() {
    const [next] = this.#waiting
    if (!next) {
      this.#free++
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
