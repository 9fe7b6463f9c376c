import type { Resource } from '#atrium/resource/main'

import type { FormPlan } from './forms/form_plan.ts'

/**
 * Whether changes give access to the product, themselves or by rows of an inline relation: then whoever
 * makes them says their own password.
 */
export function givesAccess(resource: Resource, changes: Record<string, unknown>): boolean {
  return Object.entries(changes).some(([name, value]) => {
    if (resource.givesAccess(name)) return true

    const relation = resource.relations.get(name)
    return relation?.inline && rowsOf(value).some((row) => givesAccess(relation.target, row))
  })
}

function rowsOf(value: unknown) {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : []
}

/** Whether something of that kind can be done with a form. */
export function mayGiveAccess({ resource, names, inlines }: FormPlan): boolean {
  return (
    names.some((name) => resource.givesAccess(name)) ||
    inlines.some(
      ({ plan, mayRemove }) =>
        (mayRemove && plan.resource.givesAccess('$delete')) || mayGiveAccess(plan)
    )
  )
}
