import { identifier, sql, type Sql } from '#atrium/model/main'

import { titleSql } from './joins.ts'
import { keySql } from './row_key.ts'
import { notDeleted } from './trash.ts'
import type { Access } from '../policy/access.ts'
import { allOf, where } from './conditions.ts'
import type { ResourceRelation } from '../resource_relation.ts'

const LINKED = 'linked'
const BETWEEN = 'linked_by'

/**
 * The rows that a many-to-many relation leads to, by their titles, as JSON within the statement that
 * reads the row: those that the actor may list.
 *
 * @param alias of the row that they belong to
 */
export function linksSql(
  { relation, target }: { relation: ResourceRelation; target: Access },
  alias: string
): Sql {
  const { table, localColumn, targetColumn } = relation.pivot!
  const key = keySql(target.resource, LINKED)
  const title = titleSql(target, LINKED)
  const condition = allOf([
    sql`${identifier(BETWEEN, localColumn)} = ${identifier(alias, relation.localColumn)}`,
    target.rowsSql(LINKED),
    notDeleted(target.resource, LINKED),
  ])

  return sql`(
    select coalesce(json_agg(json_build_object('key', ${key}, 'title', ${title}) order by ${title}, ${key}), '[]')
    from ${identifier(table)} ${identifier(BETWEEN)}
    join ${identifier(target.resource.table)} ${identifier(LINKED)}
      on ${identifier(LINKED, relation.targetColumn)} = ${identifier(BETWEEN, targetColumn)}
    ${where(condition)})`
}
