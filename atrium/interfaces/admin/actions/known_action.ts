import { E_UNKNOWN_ACTION, wordsOf, type Action, type ActionPlace } from '#atrium/resource/main'
import type { ResourceService } from '#atrium/resource/main'

/**
 * An action that is offered at a place to whoever acts, and what it is called.
 *
 * @throws E_UNKNOWN_ACTION, E_NOT_ALLOWED
 */
export function knownAction(
  { resource, access }: ResourceService,
  name: string,
  places: ActionPlace[]
): { action: Action; label: string } {
  const action = Object.hasOwn(resource.actions, name) ? resource.actions[name] : undefined

  if (!action || !action.on.some((place) => places.includes(place))) {
    const known = Object.keys(resource.actions).join(', ') || 'none'
    throw new E_UNKNOWN_ACTION([resource.name, name, known])
  }
  access.require(name)
  return { action, label: action.label ?? wordsOf(name) }
}
