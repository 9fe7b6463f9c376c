import { join } from 'node:path'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'

import { showRefusal } from './show_refusal.ts'

/**
 * Writes models for the tables of a database that was there before them. Nothing is overwritten, and
 * nothing in the database is changed.
 */
export default class ModelInspect extends BaseCommand {
  static commandName = 'model:inspect'
  static description = 'Write models from the tables of an existing database'
  static help = [
    'Writes a model for each table that has none, or only for those that you name:',
    '```',
    '{{ binaryName }} model:inspect --component=shop',
    '{{ binaryName }} model:inspect orders order_lines --component=shop --url=postgres://...',
    '```',
    'Then `{{ binaryName }} migration:generate initial` writes the migration that makes these tables,',
    'and `{{ binaryName }} migration:run --fake=initial` records it as applied in the database that has them.',
  ]
  static options = { startApp: true }

  @args.spread({ description: 'Tables. All that have no model, unless said', required: false })
  declare tables?: string[]

  @flags.string({ description: 'The component that gets the models: a folder of app/' })
  declare component?: string

  @flags.string({ description: 'The database to read, when it is not the one of the application' })
  declare url?: string

  @flags.boolean({ description: 'Show the models and write nothing' })
  declare dryRun: boolean

  override async run() {
    await this.#inspect().catch((error) => showRefusal(this, error))
  }

  async #inspect() {
    const { chooseComponent } = await import('../make/choose_component.ts')
    const { inspectDatabase } = await import('../inspect/inspect_database.ts')
    const { writeNew } = await import('../make/write_new.ts')

    const component = await chooseComponent(this, this.component, { mayBeNew: true })
    const { files, notes } = await inspectDatabase(this.app, {
      url: this.url,
      component,
      only: this.tables?.length ? this.tables : undefined,
    })
    if (files.length === 0) {
      this.logger.info('Every table has a model already.')
      return this.#say(notes)
    }

    if (this.dryRun) {
      for (const { path, text } of files)
        this.logger.log(`${this.colors.dim(`// ${path}`)}\n${text}`)
    } else {
      await writeNew(this, files)
      this.#sayNext(files.length, join('app', component, 'models'))
    }
    this.#say(notes)
  }

  #say(notes: string[]) {
    for (const note of notes) this.logger.warning(note)
  }

  #sayNext(models: number, folder: string) {
    this.logger.log(
      [
        '',
        `${models} ${models === 1 ? 'model is' : 'models are'} in ${folder}. Next, when they say what you mean:`,
        '  node ace migration:generate initial',
        '  node ace migration:run --fake=initial    in databases that have these tables',
        '  node ace migration:run                   in all others',
      ].join('\n')
    )
  }
}
