import type { Sql } from '#atrium/model/main'

import type { Actor } from '../actor.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'
import type { ResourceRelation } from '../resource_relation.ts'

/**
 * What a filter is about: a resource as far as whoever filters may look into it. A name that it does
 * not know and one that is kept from the actor are the same to a filter.
 */
export interface FilterTarget {
  readonly resource: Resource
  readonly actor: Actor
  field(name: string): ResourceField | undefined
  relation(name: string): { relation: ResourceRelation; target: FilterTarget } | undefined

  /** The rows that can be reached through a relation; undefined for all */
  rowsSql(alias: string): Sql | undefined

  /** What bare words stand for, and phrases in quotes: a look into the resource's search fields unless said */
  searchSql?(text: string, alias: string): Sql
}

/**
 * Everything that a resource has, hidden fields too, for the filters of policies: they decide what
 * others may see.
 */
export function unrestricted(resource: Resource, actor: Actor): FilterTarget {
  return {
    resource,
    actor,
    field: (name) => resource.fields.get(name),
    relation(name) {
      const relation = resource.relations.get(name)
      return relation && { relation, target: unrestricted(relation.target, actor) }
    },
    rowsSql: () => undefined,
  }
}
