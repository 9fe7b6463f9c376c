import { fileURLToPath } from 'node:url'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Gives Edge the templates of the admin, as `admin::`, and has imports done as runs.
 */
export default class AdminProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { default: edge } = await import('edge.js')
    edge.mount('admin', fileURLToPath(new URL('./views', import.meta.url)))

    const { defineRunKind } = await import('#atrium/resource/main')
    defineRunKind('import', {
      async steps(...run) {
        const { importSteps } = await import('./imports/import_run.ts')
        return importSteps(...run)
      },
    })
  }
}
