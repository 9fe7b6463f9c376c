import { dirname } from 'node:path'
import { BaseCommand, flags } from '@adonisjs/core/ace'

import { showRefusal } from './show_refusal.ts'

/**
 * Makes one migration of all that have run, or of those up to one. Old files go only after it was
 * proved that the new one makes the same.
 */
export default class MigrationSquash extends BaseCommand {
  static commandName = 'migration:squash'
  static description = 'Replace migrations that have run by one that makes the same'
  static options = { startApp: true }
  static help = [
    'Where the old files have run, the new one counts as run: `migration:run` writes that down.',
    'Where only some of them have, it refuses. So squash what has run everywhere:',
    '```',
    '{{ binaryName }} migration:squash --until create_publishing_tables',
    '```',
  ]

  @flags.string({ description: 'The last migration to squash, or a part of its name' })
  declare until?: string

  @flags.boolean({ description: 'Leave out code and other steps that no table shows' })
  declare acceptLostSteps: boolean

  async run() {
    const { configOf } = await import('../config.ts')
    const { squash } = await import('../squash/squash.ts')
    const { replaceFiles } = await import('../squash/replace_files.ts')
    const { Workspace } = await import('../generate/workspace.ts')
    const { app, until, acceptLostSteps } = this
    const db = await app.container.make('lucid.db')
    const scratch = new Workspace(app, configOf(app).scratchUrl)
    try {
      const { replaced, text } = await squash({ app, db, scratch, until, acceptLostSteps })
      const path = await replaceFiles(replaced, text, dirname(replaced.at(-1)!.absPath))
      this.#say(
        replaced.map(({ absPath }) => app.relativePath(absPath)),
        app.relativePath(path)
      )
    } catch (error) {
      showRefusal(this, error as Error)
    } finally {
      await scratch.close()
    }
  }

  #say(deleted: string[], written: string) {
    for (const path of deleted) this.logger.log(`${this.colors.red('D')} ${path}`)
    this.logger.log(`${this.colors.green('A')} ${written}`)
    this.logger.log(
      [
        '',
        `${deleted.length} migrations became one. In a scratch database it was seen to make the same tables and rows, to go back, and to run again.`,
        '`node ace migration:run` writes down that it has run, here and wherever the old ones have.',
        `git add -A ${dirname(written)}`,
      ].join('\n')
    )
  }
}
