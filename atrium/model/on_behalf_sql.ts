import { Sql, sql } from './sql.ts'
import { currentOperation } from './on_behalf.ts'

/**
 * Says whose a statement is. Where the transaction was told by `operation`, it is said to nobody.
 */
export const SAYING = `set_config(
    case current_setting('atrium.operation_stands', true)
      when 'yes' then 'atrium.overruled' else 'atrium.operation'
    end, ?, true
  ) is not null`

/** The same as a condition, which is looked at once and not for each row. */
export const SAYING_ONCE = `(select ${SAYING})`

/**
 * A condition that always holds, and says on whose behalf the statement is run that it is part of. For
 * SQL by hand: what the query builders write says so by itself.
 *
 * ```ts
 * sql`update articles set views = views + 1 where ${onBehalfSql()} and id = ${id}`
 * ```
 */
export function onBehalfSql(): Sql {
  const told = currentOperation()
  return told ? new Sql(SAYING_ONCE, [JSON.stringify(told)]) : sql`true`
}
