import { inTurn } from '../migration_turn.ts'
import LucidMigrationRun from '@adonisjs/lucid/commands/migration/run'

/**
 * Lucid's command, except that a second migrator waits for the first instead of failing. So all
 * servers of a deployment may run it at once.
 */
export default class MigrationRun extends LucidMigrationRun {
  static commandName = LucidMigrationRun.commandName
  static description = LucidMigrationRun.description
  static options = LucidMigrationRun.options

  override async run() {
    if (this.app.inProduction && !this.force && !process.stdin.isTTY) {
      this.logger.error('In production, and with nobody to ask, migrations run only with --force.')
      this.exitCode = 1
      return
    }
    await super.run()
  }

  protected override async runMigrations(
    ...args: Parameters<LucidMigrationRun['runMigrations']>
  ): Promise<void> {
    const { connectionString } = this.app.config.get<{ connectionString: string }>(
      `database.connections.${args[1]}.connection`
    )
    await inTurn(
      connectionString,
      () => super.runMigrations(...args),
      () => this.logger.info('Another process is migrating this database. Waiting for it.')
    )
  }
}
