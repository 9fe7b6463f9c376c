import type { Actor } from '#atrium/resource/main'

/**
 * Whether the admin is for somebody at all: some role that was given to them names the action `enter` of
 * `admin`. Everything, as `*`, is not enough.
 */
export function mayEnter({ isAdministrator, grants }: Actor) {
  return (
    isAdministrator ||
    grants.some(({ resource, action }) => resource === 'admin' && action === 'enter')
  )
}
