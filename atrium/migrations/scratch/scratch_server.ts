import type { ApplicationService } from '@adonisjs/core/types'
import { embeddedServerOf, type EmbeddedPostgres } from '#atrium/postgres/main'

import { Scratch } from './scratch.ts'
import { connected } from './connection.ts'
import { noScratch } from './no_scratch.ts'
import type { ScratchDatabase } from '../generate/types.ts'

/**
 * Where scratch databases are made: the server of MIGRATION_SCRATCH_URL, or else the embedded one,
 * whichever database the application itself uses.
 */
export class ScratchServer {
  #url: string
  #embedded?: EmbeddedPostgres
  #databases: Promise<Scratch>[] = []

  /** @throws E_SCRATCH_NOT_AVAILABLE the embedded server cannot be had */
  static async join(app: ApplicationService, url = process.env.MIGRATION_SCRATCH_URL) {
    if (url) return new ScratchServer(url)

    try {
      const embedded = await embeddedServerOf(app.appRoot).join()
      return new ScratchServer(embedded.urlOf('postgres'), embedded)
    } catch (error) {
      throw noScratch(error)
    }
  }

  private constructor(url: string, embedded?: EmbeddedPostgres) {
    this.#url = url
    this.#embedded = embedded
  }

  /** What the server says of itself. */
  async version(): Promise<string> {
    try {
      const { rows } = await connected(this.#url, (client) => client.query('select version()'))
      return rows[0].version
    } catch (error) {
      throw noScratch(error)
    }
  }

  /** Makes an empty database. It stays until the server is left. */
  async database(): Promise<ScratchDatabase> {
    const made = Scratch.open(this.#url)
    this.#databases.push(made)

    const { url } = await made
    return { url, drop: async () => {} }
  }

  /**
   * Drops all databases, and leaves the server. One after the other, in the order in which they were
   * asked for: PostgreSQL writes everything else to disk when one is dropped, so the one that holds most
   * should be asked for first.
   */
  async leave() {
    for (const made of this.#databases) {
      const scratch = await made.catch(() => null)
      await scratch?.drop()
    }
    await this.#embedded?.leave()
  }
}
