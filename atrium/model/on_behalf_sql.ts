import { type Sql, sql } from './sql.ts'
import { currentOperation } from './on_behalf.ts'

/**
 * A condition that always holds, and says on whose behalf the statement is run that it is part of. For
 * SQL by hand: what the query builders write says so by itself.
 *
 * ```ts
 * sql`update articles set views = views + 1 where ${onBehalfSql()} and id = ${id}`
 * ```
 *
 * What a transaction was told by `operation` stands.
 */
export function onBehalfSql(): Sql {
  const told = currentOperation()
  if (!told) return sql`true`

  return sql`(
    select case
      when coalesce(current_setting('atrium.operation_stands', true), '') = ''
      then set_config('atrium.operation', ${JSON.stringify(told)}, true)
      else ''
    end
  ) is not null`
}
