import { PostgresCommand } from './postgres_command.ts'

/**
 * Starts the embedded server and lets it run until `db:stop`.
 */
export default class DbStart extends PostgresCommand {
  static commandName = 'db:start'
  static description = 'Start the embedded PostgreSQL server and keep it running'

  async run() {
    const ownServer = await this.ownServer()
    if (ownServer) return this.sayOwnServer(ownServer)

    await this.embedded.keep()
    await this.embedded.join()
    await this.embedded.database(this.database)
    this.logger.success(
      `PostgreSQL listens on 127.0.0.1:${this.embedded.port} until you say \`node ace db:stop\`. Its data are in ${this.embedded.home.dataFolder}`
    )
    await this.embedded.leave()
  }
}
