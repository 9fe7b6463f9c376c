/*
|--------------------------------------------------------------------------
| Test runner entry point
|--------------------------------------------------------------------------
|
| Runs tests in this process, with a database and a port of its own. It is
| what `node ace test` starts; `npm test` starts several of it.
|
*/

process.env.NODE_ENV = 'test'

import './runtime.ts'
import type { ApplicationService } from '@adonisjs/core/types'

const { ignitor } = await import('./ignitor.ts')
const { default: env } = await import('#start/env')
const { reportError } = await import('./report_error.ts')
const { buildAssets } = await import('./steps/build_assets.ts')
const { findFreePort } = await import('#tests/runner/free_port')
const { remoteReporter } = await import('#tests/runner/remote_reporter')
const { openTestDatabase } = await import('#tests/runner/test_database')
const { configure, processCLIArgs, run } = await import('@japa/runner')

/** How long a broken-off run waits for what a test left open, in milliseconds. */
const PATIENCE = 5_000

/** Tests that take minutes run only when they are asked for. */
const isWanted = ({ name }: { name: string }) => name !== 'long' || process.argv.includes('long')

try {
  await buildAssets()
  const database = await openTestDatabase()
  env.set('DATABASE_URL', database.url)
  env.set('PORT', await findFreePort())

  const ignited = ignitor()
  let ending: Promise<void> | undefined
  const end = () => (ending ??= ignited.terminate().then(() => database.drop()))

  /* Somebody ends it, or the run that started it is gone. */
  const leave = () => process.exit(1)
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) {
    process.once(event, () => {
      setTimeout(leave, PATIENCE).unref()
      end().finally(leave)
    })
  }
  process.channel?.unref()

  const tests = ignited.testRunner().configure(async (app: ApplicationService) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.ts')

    processCLIArgs(process.argv.slice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      suites: app.rcFile.tests.suites.filter(isWanted),
      ...(process.argv.includes('--reporters=remote') ? { reporters: remoteReporter } : {}),
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, end],
    })
  })
  await tests.run(() => run())

  /* Japa does not come to its teardown when it could not plan the tests. */
  await end()
} catch (error) {
  await reportError(error)
  process.exit()
}
