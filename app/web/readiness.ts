import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'

/**
 * How long one look at the database counts, and how long it may take, in milliseconds.
 */
const FRESH_FOR = 1_000
const ANSWER_WITHIN = 2_000

/**
 * Whether this process can serve. However often it is asked, the database is asked once a second.
 */
class Readiness {
  #look?: Promise<boolean>
  #lookedAt = -Infinity

  /**
   * Says what is ready and what is not, in words that everybody may read.
   */
  async look() {
    if (app.isTerminating) {
      return { isReady: false, status: 'stopping' }
    }

    const isUp = await this.#databaseAnswers()
    return {
      isReady: isUp,
      status: isUp ? 'ready' : 'not ready',
      checks: { database: isUp ? 'up' : 'down' },
    }
  }

  #databaseAnswers() {
    if (performance.now() - this.#lookedAt > FRESH_FOR) {
      this.#lookedAt = performance.now()
      this.#look = Promise.race([this.#askDatabase(), this.#tooLate()])
    }

    return this.#look!
  }

  async #askDatabase() {
    try {
      await db.rawQuery('select 1')
      return true
    } catch {
      return false
    }
  }

  #tooLate() {
    return new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), ANSWER_WITHIN).unref()
    })
  }
}

export const readiness = new Readiness()
