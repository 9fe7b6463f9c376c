import type { ApplicationService } from '@adonisjs/core/types'
import { databaseNameOf, embeddedServerOf, type EmbeddedPostgres } from '#atrium/postgres/main'

import { rowsOf } from './rows_of.ts'
import { Agreement } from './agreement.ts'
import type { ScratchDatabase } from './types.ts'
import { ScratchServer } from '../scratch/scratch_server.ts'

/**
 * The databases that generating needs: two to try things in, made while something else is done, and that
 * of the developer, to be looked at.
 */
export class Workspace {
  #app: ApplicationService
  #server: Promise<ScratchServer>
  #ahead: Promise<ScratchDatabase>[]
  #embedded?: EmbeddedPostgres
  #rows?: Awaited<ReturnType<typeof rowsOf>>

  /** Begins to make databases, where they are likely to be needed. What goes wrong is said when one is asked for. */
  constructor(app: ApplicationService, scratchUrl: string | undefined) {
    this.#app = app
    this.#server = ScratchServer.join(app, scratchUrl)
    this.#server.catch(() => {})
    this.#ahead = Agreement.isAny(app) ? [] : [this.#make(), this.#make()]
    for (const made of this.#ahead) made.catch(() => {})
  }

  /** Gives an empty database. */
  database() {
    return this.#ahead.shift() ?? this.#make()
  }

  /** The rows of the database that the application uses in this environment. */
  async rows() {
    return (this.#rows ??= await rowsOf(process.env.DATABASE_URL || (await this.#embeddedUrl())))
  }

  /** What the server of these databases says of itself. */
  async version() {
    const server = await this.#server
    return server.version()
  }

  async close() {
    await this.#rows?.close()
    await this.#embedded?.leave()
    await Promise.allSettled(this.#ahead)
    const server = await this.#server.catch(() => null)
    await server?.leave()
  }

  async #make(): Promise<ScratchDatabase> {
    const server = await this.#server
    return server.database()
  }

  async #embeddedUrl() {
    this.#embedded = await embeddedServerOf(this.#app.appRoot).join()
    return this.#embedded.urlOf(databaseNameOf(this.#app))
  }
}
