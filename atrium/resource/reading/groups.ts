import { identifier, sql, type Sql } from '#atrium/model/main'

import { ROWS, type Joins } from './joins.ts'
import { isSortable } from './value_type.ts'
import { bucketSql, isTime, type TimeUnit } from './buckets.ts'
import { E_UNKNOWN_NAME } from '../errors.ts'
import type { Access } from '../policy/access.ts'
import type { ResourceField } from '../resource_field.ts'

/** A field or a to-one relation; or a field of moments, by spans of time */
export type Group = string | { field: string; unit: TimeUnit }

export type GroupColumn = {
  /** What was asked for: a field or a relation */
  name: string
  field: ResourceField
  sql: Sql
  isTime: boolean

  /** The relation whose rows have labels */
  relation?: string
}

/**
 * What rows are put together by.
 *
 * @param joins of the statement around the one that groups: it finds labels
 * @throws E_UNKNOWN_NAME the actor may not read it, or rows cannot be put together by it
 */
export function groupColumn(access: Access, joins: Joins, group: Group): GroupColumn {
  const name = typeof group === 'string' ? group : group.field
  const relation = typeof group === 'string' ? access.relation(name)?.relation : undefined
  const field = access.field(relation?.foreignKey ?? name)
  const unit = typeof group === 'string' ? undefined : group.unit

  const isKnown = field && isSortable(field) && (!relation || relation.type === 'belongsTo')
  if (!isKnown || (unit && !isTime(field))) throw new E_UNKNOWN_NAME([access.resource.name, name])

  return {
    name,
    field,
    sql: unit ? bucketSql(field, unit, access.actor) : sql`${identifier(ROWS, field.column)}`,
    isTime: Boolean(unit),
    relation: [relation?.name, field.relation].find((one) => one && joins.to(one)),
  }
}
