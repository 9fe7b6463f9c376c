import { BaseCommand, flags } from '@adonisjs/core/ace'

/**
 * Deletes old entries of the history.
 */
export default class HistoryPrune extends BaseCommand {
  static commandName = 'history:prune'
  static description = 'Delete entries of the history that are older than some time'
  static options = { startApp: true }
  static help = [
    'What subscribers have not heard yet is kept. Run it every day to keep a year:',
    '  {{ binaryName }} history:prune --older-than=365d',
  ]

  @flags.string({ description: 'Such as 90d, 12w, 6m or 2y' })
  declare olderThan: string

  @flags.string({ description: 'Only the history of this table' })
  declare table?: string

  @flags.boolean({ description: 'Only say how many entries there are' })
  declare dryRun: boolean

  async run() {
    const { prune } = await import('../history/prune.ts')
    const { olderThan = '', table, dryRun } = this

    try {
      const { entries, heldBy } = await prune({ olderThan, table, dryRun })
      this.logger.success(`${entries} entries ${dryRun ? 'would be' : 'were'} deleted`)
      for (const name of heldBy) {
        this.logger.warning(
          `"${name}" has not heard of all the rest. If nobody subscribes by this name any more, ` +
            'delete its row in history_subscribers'
        )
      }
    } catch (error: any) {
      if (!error.code?.startsWith('E_')) throw error
      this.logger.logError(`${error.code}: ${error.message}`)
      this.exitCode = 1
    }
  }
}
