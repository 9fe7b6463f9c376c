import { glob } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ApplicationService } from '@adonisjs/core/types'

import type { Resource } from './resource.ts'

/** Where components keep their resources: one a file, as its default export */
const PATTERN = 'app/*/resources/**/*_resource.{ts,js}'

/**
 * Registers the resources of the components before the application starts. While the server runs, works
 * on what is to be done in the background and tells subscribers what changed; tests do so when they
 * want to see it.
 */
export default class ResourceProvider {
  #background: { start(): void; stop(): Promise<void> }[] = []

  constructor(protected app: ApplicationService) {}

  async boot() {
    const { resources } = await import('./registry.ts')
    const root = fileURLToPath(this.app.appRoot)

    for (const file of await filesIn(root)) {
      const { default: resource } = await import(pathToFileURL(join(root, file)).href)
      resources.add(resource as Resource, file.split(sep)[1])
    }

    const { frameworkResources } = await import('./framework_resources.ts')
    for (const resource of frameworkResources()) {
      if (!resources.of(resource.model)) resources.add(resource, 'access')
    }
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web' || this.app.getMode() !== 'run') return

    const { resources } = await import('./registry.ts')
    const { RunWorker } = await import('./selection/run_worker.ts')
    const { Dispatcher } = await import('./history/dispatcher.ts')
    this.#background = [new RunWorker(resources), new Dispatcher()]
    for (const each of this.#background) each.start()
  }

  async shutdown() {
    await Promise.all(this.#background.map((each) => each.stop()))
  }
}

async function filesIn(root: string) {
  const files: string[] = []
  for await (const file of glob(PATTERN, { cwd: root })) files.push(file)
  return files.filter((file) => !file.endsWith('.d.ts')).sort()
}
