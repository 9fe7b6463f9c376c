import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'

import { showRefusal } from './show_refusal.ts'

/**
 * Writes a model with its factory and its first test. It stands in for Lucid's command.
 */
export default class MakeModel extends BaseCommand {
  static commandName = 'make:model'
  static description = 'Make a model with its fields, a factory and a test'
  static help = [
    'Fields are said as name:kind, with options in braces and "?" for what may be empty:',
    '```',
    '{{ binaryName }} make:model invoice number:string{unique} amount:decimal{12,2} customer:references due:date? lines:json',
    '{{ binaryName }} make:model invoice "title:string{200,index}" "status:enum{draft,sent,default=draft}" "tags:array{text}"',
    '```',
    'Bash takes braces with commas apart; they are put together again. Other shells may want quotes.',
  ]

  @args.string({ description: 'The name of the model: one of its rows, such as invoice' })
  declare name: string

  @args.spread({ description: 'Its fields', required: false })
  declare fields?: string[]

  @flags.string({ description: 'The component that gets the model: a folder of app/' })
  declare component?: string

  override async run() {
    await this.#make().catch((error) => showRefusal(this, error))
  }

  async #make() {
    const { filesOf } = await import('../make/files_of.ts')
    const { writeNew } = await import('../make/write_new.ts')
    const { readArguments } = await import('../make/read_arguments.ts')
    const { chooseComponent } = await import('../make/choose_component.ts')

    const fields = readArguments(this.fields ?? [])
    const component = await chooseComponent(this, this.component)
    const files = await filesOf(fileURLToPath(this.app.appRoot), {
      name: this.name,
      fields,
      component,
    })

    await writeNew(this, files)
    this.#sayNext(files.at(-1)!.path)
  }

  #sayNext(testPath: string) {
    this.logger.log(
      [
        '',
        'Next, when the model says what you mean:',
        '  node ace migration:generate',
        '  node ace migration:run',
        `  npm test -- --files=${join(testPath)}`,
      ].join('\n')
    )
  }
}
