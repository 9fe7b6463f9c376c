import logger from '@adonisjs/core/services/logger'
import mail from '@adonisjs/mail/services/main'
import { onBehalf } from '#atrium/model/main'

import { outbox } from './outbox.ts'
import OutgoingMail from './models/outgoing_mail.ts'

/**
 * How often the sender looks for mails that are due again, or that another process left behind.
 */
const INTERVAL = 30_000

/**
 * Sends what is in the outbox, in the background: at once when something is handed in, after a
 * start, and now and then. Any number of processes may do so together.
 */
class Sender {
  #timer?: NodeJS.Timeout
  #sending?: Promise<void>
  #isAskedAgain = false
  #isStopping = false

  /**
   * Begins to send. The process may end whenever it likes all the same.
   */
  start() {
    this.#timer = setInterval(() => this.wake(), INTERVAL).unref()
    outbox.onPost(() => this.wake())
    this.wake()
  }

  /**
   * Begins nothing new, and waits for the mail that is being sent.
   */
  async stop() {
    clearInterval(this.#timer)
    outbox.onPost(() => {})
    this.#isStopping = true
    await this.#sending
    this.#isStopping = false
  }

  /**
   * Looks for mails that are due. What is handed in meanwhile is looked for afterwards.
   */
  wake() {
    if (this.#sending) {
      this.#isAskedAgain = true
      return
    }

    this.#sending = onBehalf(
      () => ({ interface: 'mail' }),
      () => this.sendDue()
    )
      .catch((error) => logger.error({ err: error }, 'mails could not be read from the outbox'))
      .finally(() => this.#rest())
  }

  /**
   * Sends every mail that is due.
   */
  async sendDue() {
    let outgoing = await OutgoingMail.take()
    while (outgoing) {
      await this.#send(outgoing)
      outgoing = this.#isStopping ? null : await OutgoingMail.take()
    }
  }

  #rest() {
    this.#sending = undefined

    if (this.#isAskedAgain && !this.#isStopping) {
      this.#isAskedAgain = false
      this.wake()
    }
  }

  async #send(outgoing: OutgoingMail) {
    try {
      const written = await outbox.write(outgoing.kind, outgoing.payload)
      if (written) {
        await mail.send(written)
      }

      await outgoing.delete()
    } catch (error) {
      const { id, kind, attempts } = outgoing
      const hasNext = await outgoing.postpone(error)
      const outcome = hasNext ? 'it is tried again later' : 'it is given up'

      logger[hasNext ? 'warn' : 'error'](
        { err: error, id, kind, attempts },
        `mail ${id} (${kind}) was not sent: ${outcome}`
      )
    }
  }
}

export const sender = new Sender()
