import type { BaseCommand } from '@adonisjs/core/ace'

const WIDTH = 24

/**
 * Shows how far a long work has come, in one line that changes. Where nobody watches (the output
 * goes to a file or another program) it says nothing.
 */
export class ProgressLine {
  #logger: BaseCommand['logger']
  #total: number
  #done = 0
  #isWatched = Boolean(process.stdout.isTTY)

  constructor(logger: BaseCommand['logger'], total: number) {
    this.#logger = logger
    this.#total = total
  }

  /** One more is done; `label` says what comes next. */
  advance(label: string) {
    this.#done++
    if (!this.#isWatched) return

    const filled = Math.round((this.#done / this.#total) * WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    this.#logger.logUpdate(`${bar} ${this.#done}/${this.#total}  ${label}`)
  }

  /** Leaves the line as it is. */
  end() {
    if (this.#isWatched) this.#logger.logUpdatePersist()
  }
}
