/*
|--------------------------------------------------------------------------
| npm run dev
|--------------------------------------------------------------------------
|
| The same as npm start, with hot reload: prepares the database, then has
| `node ace serve --hmr` watch the sources.
|
*/

import './runtime.ts'
import { spawn } from 'node:child_process'

const { ignitor } = await import('./ignitor.ts')
const { migrate } = await import('./steps/migrate.ts')
const { reportError } = await import('./report_error.ts')
const { demoSignIns, fillDemo, inWords } = await import('./steps/demo.ts')

const app = ignitor().createApp('console')
let server: ReturnType<typeof spawn> | undefined

/* Ctrl-C reaches the dev server below too. This process holds the database until that has gone. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server?.kill(signal))

try {
  await app.init()
  await app.boot()
  await migrate(app)
  await fillDemo(app)
  for (const signIn of await demoSignIns(app)) console.log(inWords(signIn))

  server = spawn(process.execPath, ['ace.js', 'serve', '--hmr', ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = await new Promise<number>((resolve) =>
    server!.once('exit', (code) => resolve(code ?? 0))
  )
} catch (error) {
  await reportError(error)
} finally {
  await app.terminate()
  process.exit()
}
