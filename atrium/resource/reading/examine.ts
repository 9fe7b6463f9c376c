import { sql } from '#atrium/model/main'

import { clientOf, run } from './run.ts'
import { ListStatement } from './list_statement.ts'
import { withinTime } from './time_budget.ts'
import { missingIndexes, type MissingIndex } from './missing_indexes.ts'
import { planLines, planProblems, type PlanNode } from './plan.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { ListQuery } from '../service/types.ts'

/** What a list asks the database, and how that works it out */
export type Examination = {
  /** The statement, with its values in it */
  sql: string

  /** The plan, a line for each step, the last step first */
  plan: string[]

  /** By the planner's reckoning, without a unit */
  cost: number

  /** How long it took, when it was run for that; null when it took longer than it may */
  milliseconds?: number | null

  /** What makes it slow, in words; none when nothing does */
  problems: string[]

  /** What would help */
  indexes: MissingIndex[]
}

/** Milliseconds for a statement that is run to see how long it takes */
const LONGEST = 10_000

/** Rows of the first page */
const SIZE = 26

/**
 * Examines the first page of a list. A plan tells of rows that the actor may not see, so it is for
 * administrators.
 *
 * @param query.analyze runs the statement as well
 * @throws E_NOT_ALLOWED, E_FILTER, E_BAD_SORT, E_UNKNOWN_NAME
 */
export async function examine(
  { access, actor, resource, client: given }: ServiceContext,
  { analyze = false, ...query }: ListQuery & { analyze?: boolean }
): Promise<Examination> {
  if (!actor.isAdministrator) throw new E_NOT_ALLOWED(['examine', resource.name])

  const client = clientOf({ resource, client: given })
  const list = new ListStatement(access, query)
  const statement = list.sql({ limit: SIZE })
  const plan = await explain()
  const problems = planProblems(plan, resource.table, await rowsOfTable())

  return {
    sql: client.rawQuery(outdented(statement.text), [...statement.bindings]).toQuery(),
    plan: planLines(plan),
    cost: plan['Total Cost'],
    ...(analyze && { milliseconds: await timed() }),
    problems,
    indexes: problems.length ? missingIndexes(list) : [],
  }

  async function explain(): Promise<PlanNode> {
    const [row] = await run(client, sql`explain (format json) ${statement}`)
    return row['QUERY PLAN'][0].Plan
  }

  async function timed() {
    const rows = await withinTime(client, LONGEST, (trx) =>
      run(trx, sql`explain (analyze, format json) ${statement}`)
    )
    return rows ? Number(rows[0]['QUERY PLAN'][0]['Execution Time']) : null
  }

  async function rowsOfTable() {
    const [{ rows }] = await run(
      client,
      sql`select greatest(reltuples, 0) as rows from pg_class where oid = to_regclass(${resource.table})`
    )
    return Number(rows)
  }
}

function outdented(text: string) {
  return text.trim().replace(/\s*\n\s*/g, '\n')
}
