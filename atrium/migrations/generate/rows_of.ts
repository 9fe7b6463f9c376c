import { Client, type DatabaseError } from 'pg'

import type { Rows } from '../decide/rows.ts'

/** How long a question about rows may take, in ms */
const PATIENCE = 5_000

/** How long a connection may take, in ms */
const CONNECT_WITHIN = 2_000

type OnError = (error: DatabaseError) => void

/**
 * The developer's database, to be looked at only: each question is asked in a transaction that may not
 * write and is soon given up. What cannot be known is null.
 */
export class DatabaseRows implements Rows {
  #client: Client | null
  #lastAnswer: Promise<unknown> = Promise.resolve()

  constructor(client: Client | null) {
    this.#client = client
  }

  get isConnected() {
    return this.#client !== null
  }

  async count(sql: string) {
    const rows = await this.#ask(sql)
    return rows === null ? null : Number(rows[0]?.[0] ?? 0)
  }

  async examples(sql: string) {
    const rows = await this.#ask(sql)
    return rows?.slice(0, 10).map(([value]) => String(value)) ?? null
  }

  /** Of all errors only those that are the fault of a value: the rest says nothing of the rows. */
  async refusal(sql: string) {
    let refusal: string | null = null
    await this.#ask(sql, ({ code, message }) => {
      if (/^2[12]/.test(code ?? '')) refusal = message
    })
    return refusal
  }

  async close() {
    await this.#client?.end().catch(() => {})
  }

  /** One question after the other, since each has the connection for itself. */
  #ask(sql: string, onError?: OnError) {
    const answer = this.#lastAnswer.then(() => this.#askNow(sql, onError))
    this.#lastAnswer = answer
    return answer
  }

  /** One statement only, and whatever it is it leaves nothing behind. */
  async #askNow(sql: string, onError?: OnError): Promise<unknown[][] | null> {
    const client = this.#client
    if (client === null) return null

    try {
      await client.query('begin read only')
      const query = { text: sql, rowMode: 'array', queryMode: 'extended' } as const
      const { rows } = await client.query(query)
      return rows
    } catch (error) {
      onError?.(error as DatabaseError)
      return null
    } finally {
      await client.query('rollback').catch(() => {})
    }
  }
}

/**
 * Connects to the developer's database. When it does not answer, nothing is known.
 *
 * @param patience how long a question may take, in ms
 */
export async function rowsOf(url: string, patience = PATIENCE) {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN,
    application_name: 'counting rows for migrations',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(
      `set default_transaction_read_only = on; set statement_timeout = ${patience}; set lock_timeout = ${patience}`
    )
    return new DatabaseRows(client)
  } catch {
    await client.end().catch(() => {})
    return new DatabaseRows(null)
  }
}
