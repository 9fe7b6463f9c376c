import { addAbortListener } from 'node:events'
import { sql } from '#atrium/model/main'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

import { run } from './run.ts'
import { turnsFor, type Turns } from './turns.ts'

/** How long a connection is held for a reader, in milliseconds */
export const readingLimits = {
  /** Whoever asks for nothing for so long pauses */
  pause: 2_000,

  /** Who does not pause may read for so long when others wait for their turn, and when nobody does */
  whileOthersWait: 5_000,
  atMost: 300_000,
}

/** Putting many rows in order may take longer than a page may: whoever has no patience leaves */
const STATEMENT_WITHIN = '300s'

/**
 * A transaction to read many rows in, which holds a connection and all that other transactions throw away.
 * So it ends when the reader pauses, and few are held at once: others wait for their turn.
 */
export class ReadingHold {
  readonly #began = performance.now()
  #timer?: NodeJS.Timeout
  #ending?: Promise<void>

  private constructor(
    readonly trx: TransactionClientContract,
    readonly turns: Turns,
    readonly cancellation?: Cancellation
  ) {}

  /** Waits for a turn. Undefined when the signal came first. */
  static async take(client: QueryClientContract, signal?: AbortSignal) {
    const turns = turnsFor(client)
    if (!(await turns.take(signal))) return undefined

    let trx: TransactionClientContract | undefined
    try {
      trx = await client.transaction()
      const [{ pid }] = await run(
        trx,
        sql`select pg_backend_pid() as pid, set_config('statement_timeout', case
          when current_setting('statement_timeout') = '0' then '0' else ${STATEMENT_WITHIN} end, true)`
      )
      return new ReadingHold(trx, turns, signal && new Cancellation(client, pid, signal))
    } catch (error) {
      await trx?.rollback().catch(() => {})
      turns.give()
      throw error
    }
  }

  /** The reader has something to read. */
  pause() {
    this.#timer = setTimeout(() => void this.release(), readingLimits.pause)
  }

  /** The reader wants more. Returns whether the transaction is there for it, and may stay. */
  resume() {
    clearTimeout(this.#timer)
    const { whileOthersWait, atMost } = readingLimits
    const limit = this.turns.areWanted ? whileOthersWait : atMost
    return !this.#ending && performance.now() - this.#began < limit
  }

  /** Ends it, once. */
  release() {
    clearTimeout(this.#timer)
    return (this.#ending ??= this.#end())
  }

  /** Nothing was written: where the connection is lost, nothing is left to be taken back. */
  async #end() {
    await this.cancellation?.settled()
    await this.trx.rollback().catch(() => {})
    this.turns.give()
  }
}

/**
 * Ends the statement that a connection is busy with, if any, as soon as the signal comes.
 */
class Cancellation {
  readonly #listener: Disposable
  #sent?: Promise<unknown>

  constructor(client: QueryClientContract, pid: number, signal: AbortSignal) {
    this.#listener = addAbortListener(signal, () => {
      this.#sent = run(client, sql`select pg_cancel_backend(${pid})`).catch(() => {})
    })
  }

  /** From here on nothing is ended: the connection may be somebody else's. */
  async settled() {
    this.#listener[Symbol.dispose]()
    await this.#sent
  }
}
