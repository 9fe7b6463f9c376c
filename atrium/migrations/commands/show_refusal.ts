import type { BaseCommand } from '@adonisjs/core/ace'

/**
 * Shows an error that has a name (E_...) as the message that it is, without a stack. Any other one is
 * thrown on.
 */
export function showRefusal(command: BaseCommand, error: Error & { code?: string }) {
  if (!error.code?.startsWith('E_')) throw error

  command.logger.logError(`${error.code}: ${error.message}`)
  command.exitCode = 1
}
