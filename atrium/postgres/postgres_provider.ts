import type { ApplicationService } from '@adonisjs/core/types'

import { assertReachable } from './connection.ts'
import type { EmbeddedPostgres } from './embedded_postgres.ts'
import { databaseNameOf, embeddedServerOf } from './embedded.ts'

/**
 * Commands that boot the application without using its database. `migration:generate` looks at it when
 * it is there.
 */
const COMMANDS_WITHOUT_DATABASE = [
  'list:routes',
  'codegen',
  'inspect:rcfile',
  'queue:list',
  'migration:generate',
]

/**
 * Gives Lucid a database: the one of DATABASE_URL, or else the embedded server. Listed before
 * Lucid's provider, so that it connects first and leaves last.
 */
export default class PostgresProvider {
  #server?: EmbeddedPostgres

  constructor(protected app: ApplicationService) {}

  async boot() {
    if (this.app.getMode() === 'warmup' || this.#isCommandWithoutDatabase) return

    if (process.env.DATABASE_URL) return this.#checkOwnServer(process.env.DATABASE_URL)
    await this.#joinEmbeddedServer()
  }

  async shutdown() {
    await this.#server?.leave()
  }

  /** A server in production starts without its database too, answers 503 and waits for it. */
  async #checkOwnServer(url: string) {
    if (this.app.inProduction && this.app.getEnvironment() === 'web') return
    await assertReachable(url)
  }

  async #joinEmbeddedServer() {
    this.#server = await embeddedServerOf(this.app.appRoot).join()
    const url = await this.#server.database(databaseNameOf(this.app))
    const { isNew, home } = this.#server

    if (isNew && home.isElsewhere) {
      console.error(
        `The database lives in ${home.folder}, since its server cannot run as root and no other user can enter this folder.`
      )
    }
    this.app.config.set(`database.connections.${this.#connection}.connection.connectionString`, url)
  }

  get #connection() {
    return this.app.config.get<string>('database.connection')
  }

  get #isCommandWithoutDatabase() {
    const command = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
    return (
      this.app.getEnvironment() === 'console' && COMMANDS_WITHOUT_DATABASE.includes(command ?? '')
    )
  }
}
