import type { LucidModel } from '@adonisjs/lucid/types/model'
import { ResourceService, withinTime, type Actor, type Resource } from '#atrium/resource/main'

/**
 * Works with the service of a resource for a while and no longer: undefined when PostgreSQL needed more
 * time.
 *
 * @param milliseconds for each statement
 */
export function timed<Result>(
  resource: Resource,
  actor: Actor,
  milliseconds: number,
  work: (service: ResourceService) => Promise<Result>
): Promise<Result | undefined> {
  const model: LucidModel = resource.model
  return withinTime(model.query().client, milliseconds, (trx) =>
    work(new ResourceService(resource, actor, trx))
  )
}
