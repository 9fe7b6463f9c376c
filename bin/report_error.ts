import { prettyPrintError } from '@adonisjs/core'

/**
 * Shows why the process cannot go on. What the reader can set right is one sentence; anything
 * else comes with its stack.
 */
export async function reportError(reason: unknown) {
  const error = reason as Error & { code?: string; help?: string; port?: number }
  process.exitCode = 1

  if (error.code === 'EADDRINUSE') {
    console.error(
      `E_PORT_BUSY: Port ${error.port} is used by another program: stop that one, or choose another port, as in \`PORT=${Number(error.port) + 1} npm start\`.`
    )
  } else if (error.code === 'E_INVALID_ENV_VARIABLES') {
    console.error(`${error.code}: ${error.message}\n${error.help}`)
  } else if (/^E_(POSTGRES|MIGRATION)_/.test(String(error.code))) {
    console.error(`${error.code}: ${error.message}`)
  } else {
    await prettyPrintError(error)
  }
}
