import { identifier, sql, type Sql } from '#atrium/model/main'

import { allOf } from './conditions.ts'
import { ROWS } from './joins.ts'
import { keyCondition } from './row_key.ts'
import { notDeleted } from './trash.ts'
import { Access } from '../policy/access.ts'
import { resources } from '../registry.ts'
import type { Resource } from '../resource.ts'
import type { RowsQuery } from '../service/types.ts'
import { E_UNKNOWN_NAME } from '../errors.ts'

const OWNER = 'owner'
const BETWEEN = 'between'

/**
 * The rows that a row of another resource has, if the actor may see that row and read the relation.
 *
 * @throws E_NOT_ALLOWED, E_UNKNOWN_NAME
 */
export function relatedCondition(
  { resource, actor }: Access,
  { resource: name, key, relation: relationName }: NonNullable<RowsQuery['related']>
): Sql {
  const owner = Access.of(resourceNamed(name, resource), actor)
  owner.require('show')
  const relation = owner.relation(relationName)?.relation
  if (relation?.target.model !== resource.model) throw new E_UNKNOWN_NAME([name, relationName])

  const condition = allOf([
    keyCondition(owner.resource, OWNER, key),
    owner.rowsSql(OWNER, 'show'),
    owner.resource.softDeletes && owner.may('restore')
      ? undefined
      : notDeleted(owner.resource, OWNER),
  ])!
  const value = sql`(select ${identifier(OWNER, relation.localColumn)}
    from ${identifier(owner.resource.table)} ${identifier(OWNER)} where ${condition})`
  const column = identifier(ROWS, relation.targetColumn)
  if (!relation.pivot) return sql`${column} = ${value}`

  const { table, localColumn, targetColumn } = relation.pivot
  return sql`${column} in (select ${identifier(BETWEEN, targetColumn)}
    from ${identifier(table)} ${identifier(BETWEEN)}
    where ${identifier(BETWEEN, localColumn)} = ${value})`
}

/** Relations lead both ways, so that the other resource is at the end of one. */
function resourceNamed(name: string, resource: Resource): Resource {
  const near = [...resource.relations.values()].map(({ target }) => target)
  return (
    [resource, ...near].find((other) => other.name === name) ??
    (resource.registry ?? resources).get(name)
  )
}
