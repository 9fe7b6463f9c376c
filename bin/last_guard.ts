import type { ApplicationService } from '@adonisjs/core/types'

/** How long requests in flight may take once an exception was caught by nobody, in milliseconds. */
const END_WITHIN = 30_000

/**
 * Says what happens to what nobody caught. A promise that failed unseen broke one piece of work:
 * it is written down, and the process goes on. An exception may have left anything half done: the
 * process lets requests in flight finish and ends, for whoever started it to start it again.
 */
export function guardProcess(
  terminate: () => Promise<void>,
  app: () => ApplicationService | undefined
) {
  let isEnding = false

  const write = async (level: 'error' | 'fatal', error: unknown, message: string) => {
    const logger = await app()?.container.make('logger')
    if (logger) logger[level]({ err: error }, message)
    else console.error(message, error)
  }

  process.on('unhandledRejection', (reason) =>
    write('error', reason, 'A promise failed where nobody waited for it')
  )

  process.on('uncaughtException', async (error) => {
    await write('fatal', error, 'An exception was caught by nobody')
    if (isEnding) return
    isEnding = true

    setTimeout(() => process.exit(1), END_WITHIN).unref()
    await terminate().catch(() => {})
    process.exit(1)
  })
}
