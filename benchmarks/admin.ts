import '../bin/runtime.ts'

import { writeFile } from 'node:fs/promises'
import { ignitor } from '../bin/ignitor.ts'
import { options } from './admin/options.ts'

/**
 * Measures the admin with ten million rows: each operation of the resource service, and then pages, in a
 * process of their own; what they take and how many queries. A run of all of it leaves `admin/results.md`
 * behind.
 */
const app = ignitor().createApp('console')
const { openDatabase } = await import('./admin/database.ts')
const { start } = await import('./admin/start.ts')

const database = await openDatabase(options.rows)

try {
  await start(app, database.url)
  const { measure } = await import('./admin/measure.ts')
  const { report, sizes } = await import('./admin/report.ts')
  const { serviceCases } = await import('./admin/service_cases.ts')
  const { historyCases } = await import('./admin/history_cases.ts')
  const { siteCases } = await import('./admin/site_cases.ts')
  const { Site } = await import('./admin/site.ts')

  const results = await measure([...(await serviceCases()), ...(await historyCases())])

  const site = await Site.start(database.url)
  try {
    const usage = () => site.usage()
    results.push(...(await measure(await siteCases(site), usage)))
  } finally {
    await site.stop()
  }
  const text = report(await sizes(), database.filling, results)
  console.log(text)
  if (options.isWhole) {
    await writeFile(new URL('admin/results.md', import.meta.url), text)
  }
} finally {
  await app.terminate()
  await database.close()
}
