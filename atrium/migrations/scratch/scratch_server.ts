import type { ApplicationService } from '@adonisjs/core/types'
import { embeddedServerOf, type EmbeddedPostgres } from '#atrium/postgres/main'

import { Scratch } from './scratch.ts'
import { noScratch } from './no_scratch.ts'

/**
 * Where scratch databases are made: the server of MIGRATION_SCRATCH_URL, or else the embedded one,
 * whichever database the application itself uses.
 */
export class ScratchServer {
  #url: string
  #embedded?: EmbeddedPostgres
  #databases: Scratch[] = []

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

  /** Makes an empty database. */
  async database() {
    const scratch = await Scratch.open(this.#url)
    this.#databases.push(scratch)
    return scratch
  }

  /** Drops all databases that are still there, and leaves the server. */
  async leave() {
    await Promise.all(this.#databases.map((scratch) => scratch.drop()))
    await this.#embedded?.leave()
  }
}
