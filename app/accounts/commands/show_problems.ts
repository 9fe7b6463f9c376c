import type { BaseCommand } from '@adonisjs/core/ace'

type Problem = { field?: string; message: string }

/**
 * Ends a command with what was wrong, in sentences or, for scripts, as JSON. An error without a name
 * is thrown on.
 */
export function showProblems(command: BaseCommand & { json?: boolean }, error: any) {
  if (!error.code?.startsWith('E_')) throw error

  command.exitCode = 1
  const errors = problemsIn(error)
  if (command.json) return command.logger.log(JSON.stringify({ errors }))
  for (const { field, message } of errors) {
    const isSentence = /^[A-Z]/.test(message)
    command.logger.logError(isSentence ? message : `${field} ${message}`)
  }
}

function problemsIn(error: any): Problem[] {
  if (error.code === 'E_VALIDATION_ERROR') {
    return error.messages.map(({ field, message }: Problem) => ({ field, message }))
  }
  return [{ ...(error.field && { field: error.field }), message: error.message }]
}
