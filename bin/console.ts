/*
|--------------------------------------------------------------------------
| Ace entry point
|--------------------------------------------------------------------------
|
| Runs the commands of `node ace`. A command boots the application only when
| it says so with "options.startApp".
|
*/

import './runtime.ts'

const { ignitor } = await import('./ignitor.ts')
const { reportError } = await import('./report_error.ts')

await ignitor()
  .tap((app) => {
    app.listen('SIGTERM', () => app.terminate().then(() => process.exit(143)))
    app.listen('SIGINT', () => app.terminate().then(() => process.exit(130)))
  })
  .ace()
  .handle(process.argv.slice(2))
  .catch(reportError)
