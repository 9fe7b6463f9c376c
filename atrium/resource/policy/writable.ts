import { Access } from './access.ts'
import type { FieldSet } from './policy.ts'
import { grantedNames } from './granted_names.ts'
import { holds, names } from './field_set.ts'
import type { ResourceField } from '../resource_field.ts'
import type { ResourceRelation } from '../resource_relation.ts'

type WriteAction = 'create' | 'update'

/**
 * Names of the fields and relations that an actor may set when a row is made or changed. What a policy
 * lets nobody read cannot be set either, unless it is hidden from all. Rows on the other side of a
 * relation are written under their own policy.
 */
export function writableNames(access: Access, action: WriteAction): ReadonlySet<string> {
  const { resource, actor } = access
  if (!access.isGranted(action)) return new Set()

  const granted = grantedNames(access, action)
  const readable = resource.policy?.readable(actor) ?? 'all'
  const writable = resource.policy?.writable(actor, action) ?? 'all'
  const isLeft = (name: string) => holds(granted, resource, name) && holds(writable, resource, name)

  const fields = [...resource.fields.values()].filter(
    (field) =>
      canBeSet(field, action) &&
      isLeft(field.name) &&
      (field.isHidden || holds(readable, resource, field.name))
  )
  const fieldNames = new Set(fields.map(({ name }) => name))
  const relations = [...resource.relations.values()].filter(
    (relation) =>
      isLeft(relation.name) &&
      access.readable.has(relation.name) &&
      (relation.type === 'belongsTo'
        ? fieldNames.has(relation.foreignKey!)
        : canWriteThrough(access, relation, writable))
  )
  return new Set([...fieldNames, ...relations.map(({ name }) => name)])
}

/** A key says which row it is: once there is one, it stays. */
function canBeSet({ isSettable, isKey }: ResourceField, action: WriteAction) {
  return isSettable && !(isKey && action === 'update')
}

function canWriteThrough(access: Access, relation: ResourceRelation, writable: FieldSet) {
  if (relation.type === 'manyToMany') return canLink(access, relation, writable)

  const target = Access.of(relation.target, access.actor)
  return Boolean(relation.inline) && ['create', 'update', 'delete'].some((each) => target.may(each))
}

/**
 * Links are rows of the table between. Where it is no resource of its own, administrators may write it,
 * and others where the policy says so by name.
 */
function canLink(
  { resource, actor }: Access,
  { name, pivot }: ResourceRelation,
  writable: FieldSet
) {
  const between = pivot!.model && resource.registry?.of(pivot!.model)
  if (!between) return actor.isAdministrator || names(writable, name)

  const links = Access.of(between, actor)
  return links.may('create') && links.may('delete')
}
