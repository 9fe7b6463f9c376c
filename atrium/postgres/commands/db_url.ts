import { PostgresCommand } from './postgres_command.ts'

/**
 * Prints the address of the database, for other programs.
 */
export default class DbUrl extends PostgresCommand {
  static commandName = 'db:url'
  static description = 'Print the address of the database, password included'

  async run() {
    const ownServer = await this.ownServer()
    if (ownServer) {
      this.logger.log(ownServer)
      return
    }

    await this.embedded.join()
    this.logger.log(await this.embedded.database(this.database))
    const others = await this.embedded.others()
    if (others.length === 0 && !this.embedded.isKept) {
      this.logger.logError(
        'Nobody uses this server now, so it stops again: `node ace db:start` keeps it running.'
      )
    }
    await this.embedded.leave()
  }
}
