import type { DateTime } from 'luxon'
import { identifier, sql, type Sql } from '#atrium/model/main'

import { ROWS } from './joins.ts'
import { allOf, where } from './conditions.ts'
import { clientOf, run } from './run.ts'
import { valueOf } from './row_columns.ts'
import { withinTime } from './time_budget.ts'
import { rowsCondition } from './rows_condition.ts'
import { bucketSql, isTime, zoneOf, type TimeUnit } from './buckets.ts'
import { E_UNKNOWN_NAME } from '../errors.ts'
import type { RowsQuery } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** How rows are spread over time */
export type Histogram = {
  field: string

  /** What a bar stands for; null when there are no rows, or the time was not enough */
  unit: TimeUnit | null

  /** In order and without gaps. `to` is the beginning of the next one */
  bars: { from: DateTime; to: DateTime; count: number }[]

  /** False when the time was not enough */
  isReady: boolean
}

/** Milliseconds unless said */
const BUDGET = 300

/** Bars, at most: beyond that those without rows are left out */
const BARS = 400

/** The longest time that is shown in a unit, in days: so there are few enough bars to look at */
const LONGEST: [TimeUnit, days: number][] = [
  ['hour', 2],
  ['day', 62],
  ['week', 370],
  ['month', 6 * 366],
  ['quarter', 15 * 366],
]

/**
 * How rows are spread over time by a field that holds moments or days, in the zone of the actor.
 *
 * @throws E_NOT_ALLOWED, E_FILTER
 * @throws E_UNKNOWN_NAME the actor may not read the field, or it holds something else
 */
export async function histogram(
  { access, actor, resource, client }: ServiceContext,
  { field: name, budget = BUDGET, ...query }: RowsQuery & { field: string; budget?: number }
): Promise<Histogram> {
  const field = access.field(name)
  if (!field || !isTime(field)) throw new E_UNKNOWN_NAME([resource.name, name])

  const end = performance.now() + budget
  const column = identifier(ROWS, field.column)
  const condition = allOf([rowsCondition(access, query), sql`isfinite(${column})`])
  const rows = sql`from ${identifier(resource.table)} ${identifier(ROWS)} ${where(condition)}`
  const zone = zoneOf(field, actor)

  const ends = await ask(sql`select min(${column}) as first, max(${column}) as last ${rows}`)
  if (!ends) return { field: name, unit: null, bars: [], isReady: false }
  const [first, last] = [moment(ends[0].first), moment(ends[0].last)]
  if (!first || !last) return { field: name, unit: null, bars: [], isReady: true }

  const unit = unitFor(last.diff(first, 'days').days)
  const counted = await ask(
    sql`select ${bucketSql(field, unit, actor)} as bucket, count(*) as count ${rows} group by 1 order by 1`
  )
  if (!counted) return { field: name, unit: null, bars: [], isReady: false }

  const bars = counted.map(({ bucket, count }) => ({ from: moment(bucket)!, count: Number(count) }))
  return { field: name, unit, bars: withoutGaps(bars, unit), isReady: true }

  function ask(statement: Sql) {
    return withinTime(clientOf({ resource, client }), end - performance.now(), (trx) =>
      run(trx, statement)
    )
  }

  function moment(value: unknown) {
    const read = valueOf(resource.model, name, value) as DateTime | null
    return read?.setZone(zone)
  }
}

function unitFor(days: number): TimeUnit {
  return LONGEST.find(([, longest]) => days <= longest)?.[0] ?? 'year'
}

function withoutGaps(bars: { from: DateTime; count: number }[], unit: TimeUnit) {
  const complete: Histogram['bars'] = []

  for (const { from, count } of bars) {
    while (complete.length && complete.length < BARS && complete.at(-1)!.to < from) {
      const gap = complete.at(-1)!.to
      complete.push({ from: gap, to: next(gap, unit), count: 0 })
    }
    complete.push({ from, to: next(from, unit), count })
  }
  return complete
}

function next(from: DateTime, unit: TimeUnit) {
  return from.plus({ [unit]: 1 }).startOf(unit)
}
