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
    const views = fileURLToPath(new URL('./views', import.meta.url))
    edge.mount('admin', views)

    const { escapeAttributes } = await import('./safe_attributes.ts')
    escapeAttributes(edge)

    /* Indentation is for who reads the templates: it would be a third of what is sent. */
    edge.processor.process('raw', ({ raw, path }) =>
      path.startsWith(views) ? raw.replace(/^[ \t]+/gm, '') : raw
    )

    const { defineRunKind, resources } = await import('#atrium/resource/main')
    const { default: impersonations } = await import('./impersonation/impersonation_resource.ts')
    resources.add(impersonations, 'access')

    const { CHECK, IMPORT } = await import('./imports/run_names.ts')
    defineRunKind(IMPORT, {
      async steps(...run) {
        const { importSteps } = await import('./imports/import_run.ts')
        return importSteps(...run)
      },
      async prune(client) {
        const { pruneImports } = await import('./imports/prune.ts')
        return pruneImports(client)
      },
    })
    defineRunKind(CHECK, {
      async steps(...run) {
        const { checkSteps } = await import('./imports/check_run.ts')
        return checkSteps(...run)
      },
    })
  }
}
