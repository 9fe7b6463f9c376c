/*
|--------------------------------------------------------------------------
| npm start
|--------------------------------------------------------------------------
|
| Runs the sources as they are, in one process: builds what the browser needs,
| brings the database up to date, fills it with a demo if it is empty, serves.
|
*/

import './runtime.ts'

const { serve } = await import('./serve.ts')
const { migrate } = await import('./steps/migrate.ts')
const { announce } = await import('./steps/announce.ts')
const { fillDemo } = await import('./steps/demo.ts')
const { buildAssets } = await import('./steps/build_assets.ts')

/* Before the application boots, since it reads then what Vite has built. */
await buildAssets()

await serve({ before: [migrate, fillDemo], after: announce })
