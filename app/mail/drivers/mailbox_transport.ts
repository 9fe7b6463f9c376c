import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { MailResponse } from '@adonisjs/mail'
import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'

/**
 * Keeps mails in a folder instead of sending them, one JSON file each, named so that the newest
 * sorts last.
 */
export class MailboxTransport implements MailTransportContract {
  #folder: string
  #transporter = createTransport({ jsonTransport: true })

  constructor(folder: string) {
    this.#folder = folder
  }

  async send(message: NodeMailerMessage) {
    const sent = await this.#transporter.sendMail(message)
    const id = `${Date.now()}-${randomUUID()}`
    const partial = join(this.#folder, `.${id}`)

    await mkdir(this.#folder, { recursive: true })
    await writeFile(partial, sent.message, { mode: 0o600 })
    await rename(partial, join(this.#folder, `${id}.json`))

    return new MailResponse(sent.messageId, sent.envelope, sent)
  }
}
