import { PostgresCommand } from './postgres_command.ts'
import { assertReachable, withoutPassword } from '../connection.ts'

/**
 * Says whether the database runs, where it lives and who uses it.
 */
export default class DbStatus extends PostgresCommand {
  static commandName = 'db:status'
  static description = 'Show whether the database runs, where it lives and who uses it'

  async run() {
    const ownServer = await this.ownServer()
    if (ownServer) {
      await assertReachable(ownServer)
      this.logger.log(`${withoutPassword(ownServer)} answers (DATABASE_URL).`)
      return
    }

    const { embedded } = this
    const running = await embedded.running()
    const lines = running
      ? await this.#describe()
      : ['stopped; it starts when a command or the server needs it']
    this.logger.log(
      [
        'Embedded PostgreSQL: ' + lines[0],
        ...lines.slice(1),
        `data      ${embedded.home.dataFolder}`,
      ].join('\n')
    )
  }

  async #describe() {
    const { embedded } = this
    await embedded.join()
    const [{ version }] = await embedded.query<{ version: string }>(
      "select current_setting('server_version') as version"
    )
    const databases = await embedded.query<{ datname: string; size: string }>(
      'select datname, pg_size_pretty(pg_database_size(oid)) as size from pg_database where not datistemplate order by 1'
    )
    const others = await embedded.others()
    const lines = [
      `version ${version} runs on 127.0.0.1:${embedded.port}`,
      `used by   ${others.length > 0 ? `process ${others.join(', ')}` : 'nobody else'}${embedded.isKept ? '; kept running until db:stop' : ''}`,
      ...databases.map(({ datname, size }) => `database  ${datname} (${size})`),
    ]
    await embedded.leave()
    return lines
  }
}
