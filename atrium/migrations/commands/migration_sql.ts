import { BaseCommand, args, flags } from '@adonisjs/core/ace'

/**
 * Prints the SQL of migrations, of those that are pending unless some are named. Nothing is run.
 */
export default class MigrationSql extends BaseCommand {
  static commandName = 'migration:sql'
  static description = 'Print the SQL of pending or named migrations, without running it'
  static options = { startApp: true }
  static help = [
    'A part of a name is enough:',
    '```',
    '{{ binaryName }} migration:sql add_headline',
    '{{ binaryName }} migration:sql add_headline --down',
    '```',
  ]

  @args.spread({ description: 'Names of migrations, or parts of them', required: false })
  declare names?: string[]

  @flags.boolean({ description: 'Print what takes them back, from the last to the first' })
  declare down: boolean

  async run() {
    const { sqlText } = await import('../lint/sql_text.ts')
    const { MigrationFiles } = await import('../lint/migration_files.ts')
    const files = new MigrationFiles(this.app, await this.app.container.make('lucid.db'))
    const wanted = await this.#wanted(files)

    for (const file of this.down ? wanted.reverse() : wanted) {
      const { disableTransactions } = await files.classOf(file)
      const pieces = await files.pieces(file, this.down ? 'down' : 'up')
      const path = this.app.relativePath(file.absPath)
      this.logger.log(`${sqlText(path, { transactional: !disableTransactions, pieces })}\n`)
    }
    if (wanted.length === 0) {
      this.logger.log(this.down ? '-- No migration has run.' : '-- No migration is pending.')
    }
  }

  /** Those named, or those that are pending; with `--down`, those that could be taken back. */
  async #wanted(files: InstanceType<typeof import('../lint/migration_files.ts').MigrationFiles>) {
    if (this.names) return files.named(this.names)

    const { addressOf } = await import('../drift/connected_database.ts')
    const { effectivelyApplied } = await import('../drift/applied.ts')
    const all = await files.all()
    const applied = new Set(await effectivelyApplied(addressOf(this.app), all))
    return all.filter(({ name }) => applied.has(name) === Boolean(this.down))
  }
}
