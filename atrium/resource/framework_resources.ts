import Role from './models/role.ts'
import RoleGrant from './models/role_grant.ts'
import { resources } from './registry.ts'
import { defineResource } from './define_resource.ts'

/**
 * What the framework itself keeps, as resources: only administrators may see and change it, since they
 * have no policy. A component that describes one of these models itself takes its place.
 */
export function frameworkResources() {
  return [
    defineResource(Role, {
      icon: 'shield',
      group: 'Access',
      sensitive: true,
      list: ['name', 'description'],
      sort: ['name'],
      fields: { description: { isPhrase: true } },
      inlines: { grants: { fields: ['resource', 'action', 'fields'], look: 'table' } },
    }),
    defineResource(RoleGrant, {
      icon: 'key-round',
      group: 'Access',
      sensitive: true,
      list: ['role', 'resource', 'action'],
      fields: {
        resource: { suggestions: namesToGrant, help: '* stands for all' },
        action: { suggestions: actionsToGrant, help: '* stands for all' },
      },
    }),
  ]
}

/** Beside the resources there is the admin itself, which is entered. */
function namesToGrant() {
  return ['*', 'admin', ...resources.all().map(({ name }) => name)]
}

function actionsToGrant() {
  return [...new Set(['*', 'enter', ...resources.all().flatMap(({ actionNames }) => actionNames)])]
}
