import { sql, type Sql } from '#atrium/model/main'

import { allOf } from './conditions.ts'
import { deletedColumn } from './trash.ts'
import type { Access } from '../policy/access.ts'
import { parseFilter } from '../filter/parse.ts'
import { compileFilter } from '../filter/compile.ts'
import { unrestricted } from '../filter/target.ts'

/** What is done with rows in the trash too */
const WITH_DELETED = ['list', 'show', 'delete']

/**
 * Whether an actor may run an action on each row, as SQL: what its roles, the policy's scope and the
 * action's own condition say. A policy's methods are asked when it is run.
 */
export function allowedSql(access: Access, action: string, alias: string): Sql {
  if (!access.may(action)) return sql`false`

  const { resource, actor } = access
  const when = resource.actions[action]?.when
  const condition = allOf([
    access.rowsSql(alias, action),
    when === undefined
      ? undefined
      : compileFilter(parseFilter(when), unrestricted(resource, actor), alias),
    trashSays(access, action, alias),
  ])
  return condition ? sql`(${condition}) is true` : sql`true`
}

function trashSays({ resource }: Access, action: string, alias: string) {
  const column = deletedColumn(resource, alias)
  if (!column || WITH_DELETED.includes(action)) return undefined
  return action === 'restore' ? sql`${column} is not null` : sql`${column} is null`
}
