import type { Kernel } from '@adonisjs/core/ace'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Has writes say on whose behalf they are made, and commands name themselves. Listed after Lucid's
 * provider.
 */
export default class ModelProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const emitter = await this.app.container.make('emitter')
    const { sayOnWhoseBehalf } = await import('./writes_on_behalf.ts')
    emitter.on('db:connection:connect', sayOnWhoseBehalf)

    await this.#prepareCommands()
  }

  /** The kernel is there already in the process of a command, and made when it is asked for elsewhere. */
  async #prepareCommands() {
    const { nameCommands, nameRepl } = await import('./commands_on_behalf.ts')
    const { container } = this.app

    if (this.app.getEnvironment() === 'repl') nameRepl()
    else if (this.app.getEnvironment() === 'console') nameCommands(await container.make('ace'))
    else container.resolving('ace', (kernel) => nameCommands(kernel as Kernel))
  }
}
