import type { FormTab, Resource, ResourceRelation } from '#atrium/resource/main'

import { isUpload } from './is_upload.ts'
import type { AdminContext } from '../admin_context.ts'

/**
 * What a form of a resource has for whoever fills it in.
 */
export type FormPlan = {
  resource: Resource
  action: 'create' | 'update'

  /** Fields and many-to-many relations that may be set */
  names: string[]

  /** Fields that are only shown */
  fixed: string[]
  inlines: InlinePlan[]
  tabs: FormTab[]
}

/** Rows on the other side of a relation, within the form */
export type InlinePlan = {
  relation: ResourceRelation
  plan: FormPlan
  mayAdd: boolean
  mayChange: boolean
  mayRemove: boolean
}

/** Inline rows may have inline rows, and no more */
const DEPTH = 2

/**
 * The plan of a form: what the resource lays out, without what the actor may not set.
 */
export function formPlan(
  admin: AdminContext,
  resource: Resource,
  action: 'create' | 'update'
): FormPlan {
  const tabs = resource.form
  const laidOut = tabs.flatMap(({ sections }) => sections.flatMap(({ names }) => names))
  return planOf(admin, resource, action, { tabs, laidOut, depth: DEPTH })
}

function planOf(
  admin: AdminContext,
  resource: Resource,
  action: 'create' | 'update',
  { tabs, laidOut, depth }: { tabs: FormTab[]; laidOut: string[]; depth: number }
): FormPlan {
  const { access } = admin.serviceOf(resource)
  const writable = access.writable(action)
  const isField = (name: string) => resource.fields.has(name)
  const inlines = laidOut
    .map((name) => resource.relations.get(name))
    .filter((relation) => relation?.inline && depth > 0 && access.readable.has(relation.name))
    .map((relation) => inlinePlan(admin, relation!, depth - 1))

  return {
    resource,
    action,
    tabs,
    names: laidOut.filter(
      (name) =>
        writable.has(name) && (isField(name) || resource.relations.get(name)?.type === 'manyToMany')
    ),
    fixed:
      action === 'update'
        ? laidOut.filter(
            (name) => isField(name) && !writable.has(name) && access.readable.has(name)
          )
        : [],
    inlines: inlines.filter(({ relation }) => writable.has(relation.name)),
  }
}

function inlinePlan(admin: AdminContext, relation: ResourceRelation, depth: number): InlinePlan {
  const { target, foreignKey, inline } = relation
  const { access } = admin.serviceOf(target)
  const derived = target.form.flatMap(({ sections }) => sections.flatMap(({ names }) => names))
  const told = inline?.fields?.map((name) => keyFieldOf(target, name))
  const uploads = [...target.fields.values()].filter(isUpload).map(({ name }) => name)
  const laidOut = (told ?? derived).filter((name) => name !== foreignKey && !uploads.includes(name))

  if (inline?.order && !laidOut.includes(inline.order)) laidOut.push(inline.order)
  return {
    relation,
    mayAdd: access.may('create'),
    mayChange: access.may('update'),
    mayRemove: access.may('delete'),
    plan: planOf(admin, target, access.may('update') ? 'update' : 'create', {
      tabs: [],
      laidOut,
      depth,
    }),
  }
}

/** A to-one relation is set by its foreign key. */
function keyFieldOf(resource: Resource, name: string) {
  return [...resource.fields.values()].find(({ relation }) => relation === name)?.name ?? name
}
