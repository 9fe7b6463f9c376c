import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'

import { EmbeddedPostgres } from './embedded_postgres.ts'

/**
 * The embedded server of the application at `appRoot`. A production build that is served where it
 * was made shares it with the sources, so that the next build does not wipe out the data together
 * with the folder `build`.
 */
export function embeddedServerOf(appRoot: URL) {
  const root = fileURLToPath(appRoot)
  const project = existsSync(join(root, '..', 'adonisrc.ts')) ? join(root, '..') : root

  return new EmbeddedPostgres(resolve(project, process.env.POSTGRES_FOLDER ?? 'storage/postgres'))
}

/** Each environment has a database of its own, as in `atrium_development`. */
export function databaseNameOf(app: ApplicationService) {
  return `${app.appName.replace(/\W+/g, '_')}_${process.env.NODE_ENV ?? 'development'}`
}
