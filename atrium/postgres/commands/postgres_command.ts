import { BaseCommand } from '@adonisjs/core/ace'

import { withoutPassword } from '../connection.ts'
import type { EmbeddedPostgres } from '../embedded_postgres.ts'
import { databaseNameOf, embeddedServerOf } from '../embedded.ts'

/**
 * What the `db:*` commands of the embedded server have in common. They do not boot the
 * application, so they also work while it is broken.
 */
export abstract class PostgresCommand extends BaseCommand {
  /** The address in DATABASE_URL, when the project uses a server of its own. */
  protected async ownServer() {
    await this.app.import('./start/env.js')
    return process.env.DATABASE_URL
  }

  protected get embedded() {
    return (this.#embedded ??= embeddedServerOf(this.app.appRoot))
  }

  /** The name of the database of this environment. */
  protected get database() {
    return databaseNameOf(this.app)
  }

  /** Says that there is nothing to start or stop. */
  protected sayOwnServer(url: string) {
    this.logger.info(
      `DATABASE_URL is set to ${withoutPassword(url)}: the embedded server is not used.`
    )
  }

  #embedded?: EmbeddedPostgres
}
