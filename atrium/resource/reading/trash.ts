import { identifier, sql, type Sql } from '#atrium/model/main'

import { allOf, anyOf } from './conditions.ts'
import type { Access } from '../policy/access.ts'
import type { Resource } from '../resource.ts'
import type { RowsQuery } from '../service/types.ts'

/** The column that marks a row as deleted. */
export function deletedColumn(resource: Resource, alias: string): Sql | undefined {
  if (!resource.softDeletes) return undefined
  return identifier(alias, resource.fields.get('deletedAt')!.column)
}

/** Rows that do not lie in the trash; undefined where there is no trash. */
export function notDeleted(resource: Resource, alias: string): Sql | undefined {
  const column = deletedColumn(resource, alias)
  return column && sql`${column} is null`
}

/**
 * The rows that are asked for: without those in the trash, with them, or those alone. Deleted rows are
 * for who may take them back.
 *
 * @throws E_NOT_ALLOWED
 */
export function trashCondition(access: Access, alias: string, trash: RowsQuery['trash']) {
  const column = deletedColumn(access.resource, alias)
  if (!trash) return notDeleted(access.resource, alias)
  if (!column) return trash === 'only' ? sql`false` : undefined

  access.require('restore')
  const restorable = allOf([sql`${column} is not null`, access.rowsSql(alias, 'restore')])
  return trash === 'only' ? restorable : anyOf([sql`${column} is null`, restorable])
}
