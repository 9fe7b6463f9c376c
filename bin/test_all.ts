/*
|--------------------------------------------------------------------------
| npm test
|--------------------------------------------------------------------------
|
| Runs the test suites in several processes, each with a database of its own.
| Takes names of suites and the options of Japa:
|
|   npm test -- unit functional --files=articles --tests="a title"
|
*/

process.env.NODE_ENV = 'test'

import './runtime.ts'
import { parseArgs } from 'node:util'
import { availableParallelism } from 'node:os'

const { ignitor } = await import('./ignitor.ts')
const { Costs } = await import('#tests/runner/costs')
const { Queue } = await import('#tests/runner/queue')
const { Report } = await import('#tests/runner/report')
const { reportError } = await import('./report_error.ts')
const { buildAssets } = await import('./steps/build_assets.ts')
const { runInProcess } = await import('#tests/runner/worker')
const { chromiumPath } = await import('#tests/runner/chromium_path')
const { findSpecFiles } = await import('#tests/runner/spec_files')
const { joinTestServer } = await import('#tests/runner/test_database')

const startedAt = performance.now()
const options = process.argv
  .slice(2)
  .filter((argument) => /^-/.test(argument) && !argument.startsWith('--files'))
const { values, positionals } = parseArgs({
  options: { files: { type: 'string', multiple: true } },
  allowPositionals: true,
  strict: false,
})
const filters = (values.files ?? []).flatMap((value) => String(value).split(','))

try {
  await import('#start/env')
  const app = ignitor().createApp('test')
  await app.init()

  const suites = app.rcFile.tests.suites.filter(({ name }) =>
    positionals.length > 0 ? positionals.includes(name) : name !== 'long'
  )
  const files = await findSpecFiles(suites, filters)
  const processes = positionals.includes('long') ? 1 : Math.min(availableParallelism(), 6)

  const costs = await Costs.load()
  const queue = await Queue.of(files, costs, processes)
  const report = new Report()

  /* Ctrl-C reaches the test processes too: they clean up, and this run ends with them. */
  process.on('SIGINT', () => queue.clear())

  const [server] = await Promise.all([joinTestServer(), buildAssets()])
  /* Unpacks it once. Two processes that did it at the same time would meet half a browser. */
  if (files.some(({ suite }) => suite === 'browser')) await chromiumPath()

  const workers = Array.from({ length: processes }, async () => {
    for (let share = queue.take(); share.length > 0; share = queue.take()) {
      report.add(await runInProcess(share, options, report))
    }
  })
  await Promise.all(workers)

  await server.databases.dropAbandoned()
  await server.leave()
  costs.record(report.durations)
  await costs.save()
  process.exit(report.finish(startedAt))
} catch (error) {
  await reportError(error)
  process.exit()
}
