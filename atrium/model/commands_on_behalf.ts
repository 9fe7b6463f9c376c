import type { Kernel } from '@adonisjs/core/ace'

import { newUuid } from './uuid.ts'
import { onBehalf } from './on_behalf.ts'

/**
 * Has the history say of what a command writes that it was done on the console, and by which command.
 */
export function nameCommands(kernel: Kernel) {
  kernel.executing((command) => {
    const { run, commandName } = command
    const told = { interface: 'console', reason: `node ace ${commandName}`, id: newUuid() }

    command.run = (...args: []) =>
      onBehalf(
        () => told,
        () => run.apply(command, args)
      )
  })
}
