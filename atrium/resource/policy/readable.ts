import { Access } from './access.ts'
import { holds } from './field_set.ts'
import { grantedNames } from './granted_names.ts'
import type { ResourceRelation } from '../resource_relation.ts'

/**
 * Names of the fields and relations that an actor may read: those that the policy lets it and, where its
 * grants for reading name fields, those of them. A relation leads to rows that the actor may list, and a
 * to-one relation goes with its foreign key. Hidden fields are read by nobody.
 */
export function readableNames(access: Access): ReadonlySet<string> {
  const { resource, actor } = access
  if (!access.isGranted('list') && !access.isGranted('show')) return new Set()

  const policySet = resource.policy?.readable(actor) ?? 'all'
  const granted = grantedNames(access, 'list', 'show')
  const isLeft = (name: string) =>
    holds(policySet, resource, name) && holds(granted, resource, name)

  const fields = [...resource.fields.values()].filter(
    ({ name, isHidden }) => !isHidden && isLeft(name)
  )
  const relations = [...resource.relations.values()].filter(
    (relation) =>
      isLeft(relation.name) &&
      !hasHiddenKey(relation, access) &&
      Access.of(relation.target, actor).may('list')
  )
  return new Set([...fields, ...relations].map(({ name }) => name))
}

function hasHiddenKey({ type, foreignKey }: ResourceRelation, { resource }: Access) {
  return type === 'belongsTo' && resource.fields.get(foreignKey!)?.isHidden
}
