import { sql, type Sql } from '#atrium/model/main'

import { allOf } from './conditions.ts'
import { ROWS } from './joins.ts'
import { relatedCondition } from './related.ts'
import { searchSql } from './search.ts'
import { keysCondition } from './row_key.ts'
import { trashCondition } from './trash.ts'
import { parseFilter } from '../filter/parse.ts'
import { compileFilter } from '../filter/compile.ts'
import type { Access } from '../policy/access.ts'
import type { FilterTarget } from '../filter/target.ts'
import type { RowsQuery } from '../service/types.ts'

/**
 * Which rows are meant: those that the actor may reach and the query asks for. Undefined for all of the
 * table.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_UNKNOWN_NAME
 */
export function rowsCondition(access: Access, query: RowsQuery, action = 'list'): Sql | undefined {
  access.require(action)
  const { filter, search, trash, related, keys, except } = query

  return allOf([
    access.rowsSql(ROWS, action),
    trashCondition(access, ROWS, trash),
    related && relatedCondition(access, related),
    filterCondition(access, filter),
    search ? searchSql(access, search, ROWS) : undefined,
    keys && keysCondition(access.resource, ROWS, keys),
    except?.length ? sql`not (${keysCondition(access.resource, ROWS, except)})` : undefined,
  ])
}

function filterCondition(access: Access, filter: RowsQuery['filter']) {
  if (filter === undefined || filter === '') return undefined
  const node = typeof filter === 'string' ? parseFilter(filter) : filter
  return compileFilter(node, searchable(access), ROWS)
}

/** Bare words of a filter look where the search box does. */
function searchable(access: Access): FilterTarget {
  return {
    resource: access.resource,
    actor: access.actor,
    field: (name) => access.field(name),
    relation: (name) => access.relation(name),
    rowsSql: (alias) => access.rowsSql(alias),
    searchSql: (text, alias) => searchSql(access, text, alias) ?? sql`true`,
  }
}
