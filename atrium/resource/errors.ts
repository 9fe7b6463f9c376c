import { createError } from '@adonisjs/core/exceptions'

/** No resource of this name is registered. */
export const E_UNKNOWN_RESOURCE = createError<[name: string]>(
  'There is no resource "%s"',
  'E_UNKNOWN_RESOURCE',
  404
)

/** Two resources have the same name. */
export const E_RESOURCE_TWICE = createError<[name: string]>(
  'Two resources are named "%s". Give one of them another `name`',
  'E_RESOURCE_TWICE',
  500
)

/** A resource says something of what its model does not have. */
export const E_RESOURCE_OPTION = createError<[resource: string, problem: string]>(
  'The resource "%s" %s',
  'E_RESOURCE_OPTION',
  500
)

/** The resource has no such relation, or the other side is no resource. */
export const E_UNKNOWN_RELATION = createError<[resource: string, relation: string]>(
  'The resource "%s" has no relation "%s" to another resource',
  'E_UNKNOWN_RELATION',
  404
)

/** There is no such row, or the actor may not know of it. */
export const E_ROW_NOT_FOUND = createError<[label: string]>(
  'There is no such %s, or you may not see it',
  'E_ROW_NOT_FOUND',
  404
)

/** The policy, or the lack of a role, refuses what was to be done. */
export const E_NOT_ALLOWED = createError<[action: string, resource: string]>(
  'You may not %s %s',
  'E_NOT_ALLOWED',
  403
)

/** A cursor was changed, or belongs to another list. */
export const E_BAD_CURSOR = createError(
  'This page of the list is not known. Start again at the first one',
  'E_BAD_CURSOR',
  400
)

/** An order names what cannot be sorted by. */
export const E_BAD_SORT = createError<[name: string]>(
  'The list cannot be sorted by "%s"',
  'E_BAD_SORT',
  400
)

/** A list was asked to skip rows that it cannot skip. */
export const E_BAD_OFFSET = createError<[offset: number, furthest: number]>(
  'A list cannot begin at row %s. It skips up to %s rows, without a cursor',
  'E_BAD_OFFSET',
  400
)

/** A summary took longer than it may. */
export const E_TOO_SLOW = createError<[resource: string, milliseconds: number]>(
  'Summing up "%s" takes more than %s ms. Narrow the rows down with a filter',
  'E_TOO_SLOW',
  503
)

/** A list was asked for fields that the actor may not read, or that there are not. */
export const E_UNKNOWN_NAME = createError<[resource: string, name: string]>(
  '"%s" has no field or relation "%s" that you may see',
  'E_UNKNOWN_NAME',
  400
)

/** Grants and roles were asked for before they were read. */
export const E_ACTOR_NOT_LOADED = createError(
  'What this actor may do was not read yet. Call "await actor.load()" first',
  'E_ACTOR_NOT_LOADED',
  500
)

/** The resource has no such action. */
export const E_UNKNOWN_ACTION = createError<[resource: string, action: string, known: string]>(
  '"%s" has no action "%s". It has %s',
  'E_UNKNOWN_ACTION',
  404
)

/** No role is named so. */
export const E_UNKNOWN_ROLE = createError<[name: string, known: string]>(
  'There is no role "%s". There are %s',
  'E_UNKNOWN_ROLE',
  404
)

/** Nobody is known by this key, name or address. */
export const E_UNKNOWN_USER = createError<[text: string]>(
  'There is no user "%s". Name them by their key, username or email',
  'E_UNKNOWN_USER',
  404
)

/** A question about users, where no resource is one of users. */
export const E_NOBODY_HOLDS_ROLES = createError(
  'No resource is about users. Compose their model with HoldsRoles and define a resource for it',
  'E_NOBODY_HOLDS_ROLES',
  500
)
