import type { Kernel } from '@adonisjs/core/ace'

import { newUuid } from './uuid.ts'
import { onBehalf, onBehalfOfProcess } from './on_behalf.ts'

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

/** What somebody types in the REPL was started by no command: only the process is the same. */
export function nameRepl() {
  onBehalfOfProcess(() => ({ interface: 'console', reason: 'node ace repl' }))
}
