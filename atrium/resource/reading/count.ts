import { identifier, literal, sql, type Sql } from '#atrium/model/main'

import { ROWS } from './joins.ts'
import { where } from './conditions.ts'
import { clientOf, run } from './run.ts'
import { rowsCondition } from './rows_condition.ts'
import { withinTime } from './time_budget.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { Count, RowsQuery } from '../service/types.ts'

/** Exact within a limit of time; exact up to a limit where that is cheap; or by the planner alone */
export type CountKind = 'exact' | 'capped' | 'estimated'

/** As far as is counted where nobody asked for more */
const CAP = 10_000

/** What the planner may reckon with for a capped count: about a tenth of a second */
const CHEAP = 20_000

/** Milliseconds for an exact count */
const LONGEST = 5_000

/**
 * How many rows there are. Nothing but an exact count, which somebody asked for, takes long.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_UNKNOWN_NAME
 */
export async function count(
  { access, ...rest }: ServiceContext,
  query: RowsQuery = {},
  kind: CountKind = 'capped'
): Promise<Count> {
  const client = clientOf(rest)
  const condition = rowsCondition(access, query)
  const rows = sql`from ${identifier(access.resource.table)} ${identifier(ROWS)} ${where(condition)}`

  if (kind === 'exact') {
    const found = await withinTime(client, LONGEST, (trx) =>
      run(trx, sql`select count(*) as count ${rows}`)
    )
    if (found) return { value: Number(found[0].count), kind: 'exact' }
  }

  const estimate = await planned(sql`select 1 ${rows}`)
  if (kind !== 'capped') return { value: estimate.rows, kind: 'about' }

  const capped = sql`select 1 ${rows} limit ${literal(CAP + 1)}`
  const isLarge = estimate.rows > CAP
  if (isLarge && isWhole(query, condition)) return { value: estimate.rows, kind: 'about' }
  const { cost } = isLarge ? await planned(capped) : estimate
  if (cost > CHEAP) return { value: estimate.rows, kind: 'about' }

  const [{ count: found }] = await run(client, sql`select count(*) as count from (${capped}) c`)
  return Number(found) > CAP
    ? { value: CAP, kind: 'at least' }
    : { value: Number(found), kind: 'exact' }

  async function planned(statement: Sql) {
    const [row] = await run(client, sql`explain (format json) ${statement}`)
    const { Plan: plan } = row['QUERY PLAN'][0]
    return { rows: Number(plan['Plan Rows']), cost: Number(plan['Total Cost']) }
  }
}

/** Nothing was asked for in particular: what the planner knows of the table is the answer. */
function isWhole({ filter, search, related }: RowsQuery, condition?: Sql) {
  return !condition || !(filter || search || related)
}
