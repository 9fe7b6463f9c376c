import logger from '@adonisjs/core/services/logger'

/**
 * Work in the background that is gone through again and again, one round after the other: now and then,
 * and when somebody wakes it.
 */
export class Rounds {
  #timer?: NodeJS.Timeout
  #round?: Promise<void>
  #isAskedAgain = false
  #isStopping = false

  /**
   * @param work one round
   * @param interval milliseconds after which there is another one
   * @param failure what is logged of a round that throws
   */
  constructor(
    protected work: () => Promise<void>,
    protected interval: number,
    protected failure: string
  ) {}

  /** Whether the round that is going on is to begin nothing new. */
  get isStopping() {
    return this.#isStopping
  }

  /** Begins with the first round. The process may end whenever it likes all the same. */
  start() {
    this.#isStopping = false
    this.#timer = setInterval(() => this.wake(), this.interval).unref()
    this.wake()
  }

  /** Begins no other round, and waits for the one that is going on. */
  async stop() {
    clearInterval(this.#timer)
    this.#isStopping = true
    await this.#round
  }

  /** Begins a round. Asked for during one, there is another one afterwards. */
  wake() {
    if (this.#round) {
      this.#isAskedAgain = true
      return
    }

    this.#round = this.work()
      .catch((error) => logger.error({ err: error }, this.failure))
      .finally(() => this.#rest())
  }

  #rest() {
    this.#round = undefined
    if (this.#isAskedAgain && !this.#isStopping) {
      this.#isAskedAgain = false
      this.wake()
    }
  }
}
