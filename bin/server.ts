/*
|--------------------------------------------------------------------------
| HTTP server entry point
|--------------------------------------------------------------------------
|
| Serves the application: `node bin/server.js` in a build, and underneath
| `npm run dev`.
|
*/

import './runtime.ts'

const { serve } = await import('./serve.ts')

await serve()
