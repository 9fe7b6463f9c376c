import { AggregateStatement } from './aggregate_statement.ts'
import { clientOf, run } from './run.ts'
import { withinTime } from './time_budget.ts'
import { E_TOO_SLOW } from '../errors.ts'
import type { Group } from './groups.ts'
import type { Measure } from './measures.ts'
import type { Label, RowsQuery } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'

export type AggregateQuery = RowsQuery & {
  /** What is worked out, by a name of your own: `{ sold: { of: 'sum', field: 'amount' } }` */
  measures: Record<string, Measure>

  /** One row of the result for each; one for all unless said */
  by?: Group[]

  /** Groups at most, 100 unless said: those with the greatest first measure, or the latest */
  size?: number

  /** Milliseconds, 5,000 unless said */
  budget?: number
}

export type AggregateRow = {
  /** By field or relation that was grouped by, as the model's own code has it */
  group: Record<string, unknown>

  /** By relation that was grouped by; null when there is nothing, or nothing that the actor may see */
  labels: Record<string, Label | null>

  /** By name of the measure: numbers of rows are numbers, sums and averages as exact as the field */
  values: Record<string, any>
}

const BUDGET = 5_000

/**
 * What many rows come to, in all or by group.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_UNKNOWN_NAME
 * @throws E_TOO_SLOW it takes longer than it may
 */
export async function aggregate(
  { access, ...rest }: ServiceContext,
  query: AggregateQuery
): Promise<AggregateRow[]> {
  const statement = new AggregateStatement(access, query)
  const { budget = BUDGET } = query

  const rows = await withinTime(clientOf(rest), budget, (trx) => run(trx, statement.sql))
  if (!rows) throw new E_TOO_SLOW([access.resource.name, budget])
  return rows.map((raw) => statement.row(raw))
}
