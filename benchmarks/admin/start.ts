import type { ApplicationService } from '@adonisjs/core/types'
import { resources } from '#atrium/resource/main'

import { entries, reporters } from './resources.ts'

/** Starts the application on the database of the bench, with the large table among its resources. */
export async function start(app: ApplicationService, url: string) {
  process.env.DATABASE_URL = url
  await app.init()
  await app.boot()

  for (const resource of [entries, reporters]) resources.add(resource, 'bench')
  await app.start(() => {})
}
