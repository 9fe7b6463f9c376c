import type { Resource } from '../resource.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** The resource that users are rows of: that of whoever asks, or the one whose rows have roles. */
export function usersOf({ actor, resource }: ServiceContext): Resource | undefined {
  const { registry } = resource
  const own = actor.user && registry?.of(actor.user.constructor as any)
  return own ?? registry?.all().find(({ model }) => 'findHolder' in model)
}
