/*
|--------------------------------------------------------------------------
| Where this runs
|--------------------------------------------------------------------------
|
| Imported first by every entry point. In the sources the preflight has been
| here already; a build has to check its Node by itself, is in production
| unless told otherwise, and reads the `.env` of the project when it is served
| where it was built.
|
*/

import { existsSync } from 'node:fs'

const isBuild = import.meta.url.endsWith('.js')

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `This is Node ${process.versions.node}, and Atrium needs Node 24 or newer: install it, or use the one in node_modules/.bin of the project.`
  )
  process.exit(1)
}

if (isBuild) {
  process.env.NODE_ENV ??= 'production'
  if (existsSync(new URL('../../adonisrc.ts', import.meta.url))) process.env.ENV_PATH ??= '..'
}
