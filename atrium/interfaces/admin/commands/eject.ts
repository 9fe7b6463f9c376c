import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/**
 * Copies one template of the admin, so that the product owns it. Everything else goes on to the command
 * of AdonisJS with the same name, which copies stubs of packages.
 */
export default class Eject extends BaseCommand {
  static commandName = 'eject'
  static description = 'Copy a template of the admin, or a stub of a package, to own it'
  static options = { startApp: true }
  static help = [
    'The template of one screen of one resource:',
    '  {{ binaryName }} eject admin articles list',
    '  {{ binaryName }} eject admin articles form',
    '  {{ binaryName }} eject admin articles show',
    'How one field of it is shown:',
    '  {{ binaryName }} eject admin articles field title',
    'It is used from then on. Delete it to have the one of the admin again.',
    'Stubs of packages, as before:',
    '  {{ binaryName }} eject make/controller --pkg=@adonisjs/core',
  ]

  @args.string({ description: '"admin", or the path of a stub' })
  declare what: string

  @args.string({ description: 'Name of the resource', required: false })
  declare resource?: string

  @args.string({ description: 'list, form, show or field', required: false })
  declare screen?: string

  @args.string({ description: 'Name of the field', required: false })
  declare field?: string

  @flags.string({ description: 'The package that a stub is of', default: '@adonisjs/core' })
  declare pkg: string

  async run() {
    if (this.what !== 'admin') return this.#copyStub()

    const { ejectTemplate } = await import('../eject/eject_template.ts')
    try {
      const path = await ejectTemplate(this.app, {
        resource: this.resource,
        screen: this.screen,
        field: this.field,
      })
      this.logger.action(`create ${path}`).succeeded()
    } catch (error: any) {
      if (!error.code?.startsWith('E_')) throw error
      this.logger.logError(`${error.code}: ${error.message}`)
      this.exitCode = 1
    }
  }

  async #copyStub() {
    const { default: CopyStub } = await import('@adonisjs/core/commands/eject')
    const command = await this.kernel.create(CopyStub, [this.what, `--pkg=${this.pkg}`])
    await command.exec()
    this.exitCode = command.exitCode
  }
}
