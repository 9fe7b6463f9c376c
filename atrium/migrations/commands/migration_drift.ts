import { BaseCommand, flags } from '@adonisjs/core/ace'

import { showRefusal } from './show_refusal.ts'

/**
 * Says where models, migration files and the connected database are not in step. Nothing is changed.
 */
export default class MigrationDrift extends BaseCommand {
  static commandName = 'migration:drift'
  static description = 'Compare models, migration files and the database, and only report'
  static options = { startApp: true }
  static help = [
    'Ends with 0 when all are in step, and with 1 otherwise. The database is only read:',
    'what models and files make is tried in scratch databases.',
  ]

  @flags.boolean({ description: 'Print what is not in step as JSON' })
  declare json: boolean

  async run() {
    const { configOf } = await import('../config.ts')
    const { isInStep } = await import('../drift/drift.ts')
    const { findDrift } = await import('../drift/find_drift.ts')
    const { Workspace } = await import('../generate/workspace.ts')
    const workspace = new Workspace(this.app, configOf(this.app).scratchUrl)
    try {
      const drift = await findDrift(this.app, workspace)
      this.exitCode = isInStep(drift) ? 0 : 1
      await this.#print(drift)
    } catch (error) {
      showRefusal(this, error as Error)
    } finally {
      await workspace.close()
    }
  }

  async #print(drift: import('../drift/drift.ts').Drift) {
    const { driftInWords } = await import('../drift/report.ts')
    if (this.json) return this.logger.log(JSON.stringify(drift, null, 2))

    const paragraphs = driftInWords(drift)
    this.logger.log(paragraphs.join('\n\n') || 'Models, migrations and database are in step.')
  }
}
