import db from '@adonisjs/lucid/services/db'
import type { BaseMail } from '@adonisjs/mail'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * Writes a mail of one kind. Null when there is nobody to send it to after all.
 */
type Writer<Payload> = (payload: Payload) => Promise<BaseMail | null>

/**
 * Where the components hand in the mails that are to be sent. Handing in only adds a row, so it
 * belongs to the caller's transaction, costs the same for everybody, and outlives a crash.
 */
class Outbox {
  #writers = new Map<string, Writer<any>>()
  #onPost: () => void = () => {}

  /**
   * Says how mails of a kind are written.
   */
  define<Payload>(kind: string, writer: Writer<Payload>) {
    this.#writers.set(kind, writer)
  }

  /**
   * Hands in a mail. It is sent after the transaction, if one is given.
   */
  async post(kind: string, payload: Record<string, unknown>, trx?: TransactionClientContract) {
    this.#writerOf(kind)
    await (trx ?? db).table('outgoing_mails').insert({ kind, payload: JSON.stringify(payload) })

    if (trx) {
      trx.after('commit', this.#onPost)
    } else {
      this.#onPost()
    }
  }

  /**
   * Writes a mail that was handed in.
   */
  write(kind: string, payload: Record<string, unknown>) {
    return this.#writerOf(kind)(payload)
  }

  /**
   * Names whoever sends mails: called for each that was handed in.
   */
  onPost(listener: () => void) {
    this.#onPost = listener
  }

  #writerOf(kind: string) {
    const writer = this.#writers.get(kind)
    if (!writer) {
      throw new Error(`Nobody writes mails of the kind "${kind}". Define it with outbox.define()`)
    }

    return writer
  }
}

export const outbox = new Outbox()
