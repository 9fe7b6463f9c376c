import { join } from 'node:path'
import { readFile, readdir } from 'node:fs/promises'

/**
 * A mail that was kept instead of sent.
 */
export type KeptMail = {
  id: string
  subject: string
  to: string
  from: string
  text: string
  html: string | null
  links: string[]
  sentAt: Date
}

const ID = /^(\d{13})-[0-9a-f-]{36}$/
const SHOWN = 100

/**
 * Reads the mails that a MailboxTransport put into a folder.
 */
export class Mailbox {
  #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * The latest mails, the newest first.
   */
  async latest(): Promise<KeptMail[]> {
    const files = await readdir(this.#folder).catch(() => [])
    const ids = files.map((file) => file.replace(/\.json$/, '')).filter((id) => ID.test(id))
    const newest = ids.toSorted().toReversed().slice(0, SHOWN)
    const mails = await Promise.all(newest.map((id) => this.find(id)))

    return mails.filter((mail) => mail !== null)
  }

  /**
   * One mail, or null when there is none of this id.
   */
  async find(id: string): Promise<KeptMail | null> {
    const [, milliseconds] = ID.exec(id) ?? []
    const content = milliseconds
      ? await readFile(join(this.#folder, `${id}.json`), 'utf8').catch(() => null)
      : null

    return content ? { id, sentAt: new Date(Number(milliseconds)), ...contentOf(content) } : null
  }
}

function contentOf(json: string) {
  const { subject, to, from, text, html } = JSON.parse(json)

  return {
    subject: subject ?? '',
    to: addresses(to),
    from: addresses([from]),
    text: text ?? '',
    html: html ?? null,
    links: [...new Set<string>((text ?? '').match(/https?:\/\/\S+/g))],
  }
}

function addresses(list: { name?: string; address: string }[] = []) {
  return list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')
}
