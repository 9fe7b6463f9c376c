/*
|--------------------------------------------------------------------------
| JavaScript entrypoint for running ace commands
|--------------------------------------------------------------------------
|
| Node does not run TypeScript with decorators. The preflight hands over to
| Node 24 if an older one started this, writes `.env` on the first run, and
| registers the TypeScript loader. `node ace build` puts another file in place
| of this one.
|
*/

import './bin/preflight.js'

await import('./bin/console.js')
