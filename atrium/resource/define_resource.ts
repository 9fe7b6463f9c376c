import type { LucidModel } from '@adonisjs/lucid/types/model'

import { Resource } from './resource.ts'
import type { ResourceOptions } from './resource_options.ts'

/**
 * Describes a resource: a model, who may do what with it, and how it is presented. The model alone is
 * enough.
 *
 * ```ts
 * export default defineResource(Tag)
 * ```
 */
export function defineResource<M extends LucidModel>(
  model: M,
  options: ResourceOptions<M> = {}
): Resource<M> {
  return new Resource(model, options)
}
