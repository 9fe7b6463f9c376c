import { flags } from '@adonisjs/core/ace'
import LucidMigrationRollback from '@adonisjs/lucid/commands/migration/rollback'

import { showRefusal } from './show_refusal.ts'
import { writesSchema } from './writes_schema.ts'

/**
 * Lucid's command, made safe like `migration:run`: what is lost by going back is said before, and in
 * production it is refused.
 */
export default class MigrationRollback extends LucidMigrationRollback {
  static commandName = LucidMigrationRollback.commandName
  static description = LucidMigrationRollback.description
  static options = LucidMigrationRollback.options

  @flags.boolean({ description: 'In production, go back also where that loses data' })
  declare acceptDataLoss: boolean

  override async run() {
    this.schemaGenerate &&= writesSchema(this.app, this.connection)
    await super.run()
  }

  protected override async runMigrations(
    ...args: Parameters<LucidMigrationRollback['runMigrations']>
  ): Promise<void> {
    const { inOwnTurn, runSafely } = await import('../run/run_safely.ts')
    const [migrator, connectionName] = args

    if (this.dryRun) {
      await inOwnTurn(this, connectionName, () => super.runMigrations(...args))
      if (migrator.error) showRefusal(this, migrator.error)
      return
    }
    await runSafely(this, {
      direction: 'down',
      connectionName,
      batch: this.batch,
      step: this.step,
      disableLocks: this.disableLocks,
      /* Whoever goes back, or resets a database, means to lose what came since. */
      acceptDataLoss: this.acceptDataLoss || !this.app.inProduction || !this.isMain,
      acceptEdited: false,
      isCompact: this.compactOutput,
    }).catch((error) => showRefusal(this, error))
  }
}
