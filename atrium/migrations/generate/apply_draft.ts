import type { Draft, Statement } from '../plan/steps.ts'
import type { Queryable } from '../schema/read_schema.ts'
import { runEach, runStatements } from '../scratch/run_statements.ts'

/**
 * Does in a database what the file of a draft would do, its questions about rows included.
 *
 * @throws FailedStatement
 */
export async function applyDraft(database: Queryable, draft: Draft) {
  const questions = [
    ...draft.guards.map(({ count }) => count),
    ...draft.losses.map(({ rows }) => rows),
  ]
  await runEach(database, questions)
  await run(database, draft, draft.up)
}

/**
 * Takes it back.
 *
 * @throws FailedStatement
 */
export async function revertDraft(database: Queryable, draft: Draft) {
  await run(database, draft, draft.down)
}

async function run(database: Queryable, { transactional }: Draft, statements: Statement[]) {
  const sql = statements.map(asSql)
  await (transactional ? runStatements(database, sql) : runEach(database, sql))
}

function asSql(statement: Statement) {
  if (typeof statement === 'string') return statement

  const { table, set, where } = statement
  return `update ${table} set ${set} where (${where})`
}
