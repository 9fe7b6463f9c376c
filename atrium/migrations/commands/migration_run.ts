import { flags } from '@adonisjs/core/ace'
import LucidMigrationRun from '@adonisjs/lucid/commands/migration/run'

import { showRefusal } from './show_refusal.ts'
import { writesSchema } from './writes_schema.ts'

/**
 * Lucid's command, made safe: a second migrator waits for the first, so that all servers of a
 * deployment may run it at once; nothing waits long for a lock; and what loses data, or follows upon
 * files that were edited, is refused.
 */
export default class MigrationRun extends LucidMigrationRun {
  static commandName = LucidMigrationRun.commandName
  static description = LucidMigrationRun.description
  static options = LucidMigrationRun.options

  @flags.boolean({ description: 'Run also what loses data' })
  declare acceptDataLoss: boolean

  @flags.boolean({ description: 'Take files as right that were edited after they ran' })
  declare acceptEdited: boolean

  @flags.string({
    description: 'Record the pending migration of this name as applied, without running it',
  })
  declare fake?: string

  override async run() {
    if (this.app.inProduction && !this.force && !process.stdin.isTTY) {
      this.logger.error('In production, and with nobody to ask, migrations run only with --force.')
      this.exitCode = 1
      return
    }
    this.schemaGenerate &&= writesSchema(this.app, this.connection)
    await super.run()
  }

  protected override async runMigrations(
    ...args: Parameters<LucidMigrationRun['runMigrations']>
  ): Promise<void> {
    const { inOwnTurn, runSafely } = await import('../run/run_safely.ts')
    const [migrator, connectionName] = args

    if (this.fake !== undefined) {
      const { recordAsApplied } = await import('../run/record_as_applied.ts')
      return recordAsApplied(this, connectionName, this.fake).catch((error) =>
        showRefusal(this, error)
      )
    }

    if (this.dryRun) {
      await inOwnTurn(this, connectionName, () => super.runMigrations(...args))
      if (migrator.error) showRefusal(this, migrator.error)
      return
    }
    await runSafely(this, {
      direction: 'up',
      connectionName,
      schemaPath: this.schemaPath,
      disableLocks: this.disableLocks,
      acceptDataLoss: this.acceptDataLoss,
      acceptEdited: this.acceptEdited,
      isCompact: this.compactOutput,
    }).catch((error) => showRefusal(this, error))
  }
}
