import { flags } from '@adonisjs/core/ace'

import { PostgresCommand } from './postgres_command.ts'

/**
 * Stops the embedded server. Not under the feet of programs that use it, unless told to.
 */
export default class DbStop extends PostgresCommand {
  static commandName = 'db:stop'
  static description = 'Stop the embedded PostgreSQL server'

  @flags.boolean({ description: 'Stop it even if other processes use it' })
  declare force?: boolean

  async run() {
    const ownServer = await this.ownServer()
    if (ownServer) return this.sayOwnServer(ownServer)

    await this.embedded.letGo()
    if (!(await this.embedded.running())) {
      this.logger.info('The embedded PostgreSQL server is not running.')
      return
    }

    await this.embedded.join()
    const others = await this.embedded.others()
    await (this.force ? this.embedded.stop() : this.embedded.leave())

    if (others.length > 0 && !this.force) {
      this.exitCode = 1
      this.logger.warning(
        `Still used by process ${others.join(', ')}: it stops when the last one leaves. --force stops it now.`
      )
      return
    }
    this.logger.success('The embedded PostgreSQL server has stopped.')
  }
}
