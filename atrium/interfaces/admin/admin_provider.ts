import { fileURLToPath } from 'node:url'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Gives Edge the templates of the admin, as `admin::`, tells who acted as whom as a resource, and has
 * imports done as runs.
 */
export default class AdminProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { default: edge } = await import('edge.js')
    edge.mount('admin', fileURLToPath(new URL('./views', import.meta.url)))

    const { defineRunKind, resources } = await import('#atrium/resource/main')
    const { default: impersonations } = await import('./impersonation/impersonation_resource.ts')
    resources.add(impersonations, 'access')

    defineRunKind('import', {
      async steps(...run) {
        const { importSteps } = await import('./imports/import_run.ts')
        return importSteps(...run)
      },
    })
  }
}
