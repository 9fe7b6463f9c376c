import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Words } from './words.ts'
import type { Resource } from './resource.ts'
import { E_RESOURCE_TWICE, E_UNKNOWN_RESOURCE } from './errors.ts'

/**
 * All resources of the application. The provider fills it from `app/<component>/resources` before the
 * application starts.
 */
export class ResourceRegistry {
  readonly #byName = new Map<string, Resource>()
  readonly #byModel = new Map<LucidModel, Resource>()
  readonly #byTable = new Map<string, Resource>()

  /**
   * Registers a resource. Of several resources of one model, or of one table, the first is what
   * relations and the history lead to.
   *
   * @throws E_RESOURCE_TWICE there is one of that name already
   */
  add(resource: Resource<any>, component = 'app') {
    if (this.#byName.has(resource.name)) throw new E_RESOURCE_TWICE([resource.name])

    this.#byName.set(resource.name, resource)
    if (!this.#byModel.has(resource.model)) this.#byModel.set(resource.model, resource)
    if (!this.#byTable.has(resource.table)) this.#byTable.set(resource.table, resource)
    resource.joinRegistry(this, component)
  }

  /** @throws E_UNKNOWN_RESOURCE there is none of that name */
  get(name: string): Resource {
    const resource = this.#byName.get(name)
    if (!resource) throw new E_UNKNOWN_RESOURCE([name])
    return resource
  }

  /** Whether there is a resource of that name. */
  has(name: string) {
    return this.#byName.has(name)
  }

  /** The resource of a model, if it has one. */
  of(model: LucidModel): Resource | undefined {
    return this.#byModel.get(model)
  }

  /** The resource whose rows a table holds, if it has one. */
  ofTable(table: string): Resource | undefined {
    return this.#byTable.get(table)
  }

  /** Every resource, in the order in which they were registered. */
  all(): Resource[] {
    return [...this.#byName.values()]
  }

  /** The same resources, named in other words. Those that are registered later are not among them. */
  in(words: Words): ResourceRegistry {
    const worded = new ResourceRegistry()
    for (const resource of this.all()) worded.add(resource.in(words), resource.component)
    return worded
  }
}

/** The resources of this application. */
export const resources = new ResourceRegistry()
